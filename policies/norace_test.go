//go:build !race

package policies_test

const defaultConfigurations = 200

// raceDetector says whether the tests run with it.
const raceDetector = false
