//go:build race

package policies_test

// defaultConfigurations is small, because the race detector makes everything many times slower.
const defaultConfigurations = 24

// raceDetector says whether the tests run with it.
const raceDetector = true
