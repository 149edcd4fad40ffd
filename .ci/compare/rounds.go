package main

import (
	"fmt"
	"slices"
	"time"
)

// contestant is one of those that are measured on the same files.
type contestant struct {
	name string
	run  func() (usage, error)
	// after is told what a run took; nil where nobody wants to know.
	after func(usage)
}

// race lets the contestants run in turn, in every other round the other way around. What it gives is by round and contestant.
func (c *comparison) race(rounds int, contestants ...contestant) ([][]usage, error) {
	results := make([][]usage, rounds)
	for round := range results {
		results[round] = make([]usage, len(contestants))
		for i := range contestants {
			if round%2 == 1 {
				i = len(contestants) - 1 - i
			}
			used, err := contestants[i].run()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", contestants[i].name, err)
			}
			if after := contestants[i].after; after != nil {
				after(used)
			}
			results[round][i] = used
		}
	}
	return results, nil
}

// ratio is how one contestant compares to another, in the median of all rounds.
type ratio struct{ cpu, wall float64 }

func ratioOf(results [][]usage, one, other int) ratio {
	var cpu, wall []float64
	for _, round := range results {
		cpu = append(cpu, quotient(round[one].cpu, round[other].cpu))
		wall = append(wall, quotient(round[one].wall, round[other].wall))
	}
	return ratio{cpu: median(cpu), wall: median(wall)}
}

func quotient(a, b time.Duration) float64 { return float64(a) / float64(max(b, time.Nanosecond)) }

// typical is what a contestant takes, in the median of all rounds; of memory the most.
func typical(results [][]usage, one int) usage {
	var cpu, wall []time.Duration
	var peak int64
	for _, round := range results {
		cpu = append(cpu, round[one].cpu)
		wall = append(wall, round[one].wall)
		peak = max(peak, round[one].peak)
	}
	return usage{cpu: median(cpu), wall: median(wall), peak: peak}
}

// median is the middle value, or what lies between the two in the middle.
func median[T ~int64 | ~float64](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
