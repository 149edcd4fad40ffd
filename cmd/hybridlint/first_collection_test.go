package main

import (
	"runtime"
	"testing"
)

func TestFirstCollectionIsDelayed(t *testing.T) {
	set := make(chan int, 2)
	delayFirstCollection(func(string) string { return "" }, func(percent int) int { set <- percent; return 0 })
	if percent := <-set; percent <= 100 {
		t.Errorf("the first collection comes at %d percent", percent)
	}
	runtime.GC()
	if percent := <-set; percent != 100 {
		t.Errorf("after it, %d percent hold", percent)
	}
}

func TestFirstCollectionObeysTheEnvironment(t *testing.T) {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		delayFirstCollection(func(n string) string { return map[string]string{name: "1"}[n] }, func(percent int) int {
			t.Errorf("%s is not obeyed: %d", name, percent)
			return 0
		})
	}
}
