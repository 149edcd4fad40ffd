package main

import "testing"

func TestCollector(t *testing.T) {
	limits, percent := []int64{}, -1
	c := &collector{
		setLimit:   func(limit int64) int64 { limits = append(limits, limit); return 0 },
		setPercent: func(p int) int { percent = p; return 0 },
	}
	c.allow(memoryOfProgram)
	c.read(10_000)
	if len(limits) != 1 || percent != -1 {
		t.Errorf("a small input makes a difference: %d, %d", limits, percent)
	}
	c.read(100 << 20)
	if len(limits) != 2 || limits[1] < 200<<20 || limits[1] > 260<<20 || percent <= 0 {
		t.Errorf("a large input of 100 MB: limits %d, percent %d", limits, percent)
	}
	c.collected(100 << 20)
	if len(limits) != 2 {
		t.Errorf("there was room, but the limit is %d", limits[len(limits)-1])
	}
	c.collected(300 << 20)
	if len(limits) != 3 || limits[2] <= 300<<20 {
		t.Errorf("no room is left for more than is in use: %d", limits)
	}
	c.collected(10 << 20)
	if len(limits) != 3 {
		t.Errorf("the limit fell: %d", limits)
	}
	c.bound(64 << 20)
	c.collected(500 << 20)
	if last := limits[len(limits)-1]; last != 64<<20 {
		t.Errorf("what the settings bound is %d", last)
	}
}

// Whoever sets Go's own variables knows better.
func TestCollectorObeysTheEnvironment(t *testing.T) {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		if c := startCollector(func(n string) string { return map[string]string{name: "1"}[n] }); c != nil {
			t.Errorf("%s is not obeyed", name)
		}
	}
	var none *collector
	none.read(1 << 30)
}
