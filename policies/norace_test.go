//go:build !race

package policies_test

const defaultConfigurations = 200
