package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// collector decides how often garbage is collected. Memory is there to be used: a small check is over before there is any need
// to, and a large one may use as much as its input justifies, because every collection looks at everything that was read so far.
// A nil collector leaves it to Go.
type collector struct {
	// setLimit and setPercent are those of the package debug.
	setLimit   func(limit int64) int64
	setPercent func(percent int) int

	mu    sync.Mutex
	limit int64
	// most is what no need justifies exceeding; 0 where there is no such thing.
	most int64
}

// What the program uses while there is no input, and for each byte of it. The pages of the executable come on top.
const (
	memoryOfProgram = 48 << 20
	memoryPerByte   = 2
)

// startCollector takes over from Go, unless the environment has settings for Go's collector.
func startCollector(getenv func(string) string) *collector {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return nil
	}
	c := &collector{setLimit: debug.SetMemoryLimit, setPercent: debug.SetGCPercent}
	c.setPercent(-1)
	c.allow(memoryOfProgram)
	c.watch()
	return c
}

// read tells the collector how much there is to read.
func (c *collector) read(size int64) {
	if c != nil {
		const few = 1 << 20
		if size > few { // rare collections leave what stays scattered among what does not
			c.setPercent(200)
		}
		const beside = 36 << 20 // of what was needed to start, something is garbage by then
		c.allow(max(memoryOfProgram, beside+memoryPerByte*size))
	}
}

// allow raises the limit; it does not fall again.
func (c *collector) allow(limit int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if limit > c.limit {
		c.limit = limit
		c.set()
	}
}

// bound keeps the limit below the most that is allowed, whatever there is need for; 0 takes that back.
func (c *collector) bound(most int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.most = most
	c.set()
}

func (c *collector) set() {
	limit := c.limit
	if c.most > 0 {
		limit = min(limit, c.most)
	}
	c.setLimit(limit)
}

// watch looks after every collection whether what is in use leaves room enough until the next: near the limit, the program would do
// nothing but collect.
func (c *collector) watch() {
	type collected struct{ _ [64]byte }
	runtime.AddCleanup(new(collected), func(c *collector) {
		inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(inUse)
		c.collected(int64(inUse[0].Value.Uint64()))
		c.watch()
	}, c)
}

// collected makes room where too little is left.
func (c *collector) collected(live int64) {
	const stacks = 8 << 20
	c.allow(live + live/3 + stacks)
}
