package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"hybridlint/report/filter"
)

// onlyFlag chooses the findings that a report has.
type onlyFlag struct{ only []string }

func (f *onlyFlag) add(c *cobra.Command) {
	c.Flags().StringArrayVar(&f.only, "only", nil, "show the findings with this KEY=VALUE alone; may be repeated, a * may end the value. Keys: "+list(filter.Keys()))
	var words []string
	for _, key := range filter.Keys() {
		words = append(words, key+"=")
	}
	complete(c, "only", words)
}

// filter is what the flag asks for.
func (f *onlyFlag) filter(compares bool) (filter.Filter, error) {
	only, err := filter.Parse(f.only)
	if err == nil && only.Compares() && !compares {
		err = errors.New("change is how a finding differs from a base; it needs --base or --baseline")
	}
	return only, onlyError(err)
}

// onlyError names the flag that an error is about, and what may have been meant.
func onlyError(err error) error {
	if err == nil {
		return nil
	}
	if wrong, ok := errors.AsType[*filter.UnknownError](err); ok {
		err = unknown(wrong.What, wrong.Word, wrong.Words)
		if wrong.What == "rule" {
			err = fmt.Errorf("there is no rule %q%s", wrong.Word, didYouMean(wrong.Word, wrong.Words))
		}
	}
	return fmt.Errorf("--only: %w", err)
}
