package subjects

import (
	"strings"

	"hybridlint/loader/model"
	"hybridlint/report"
)

// Exception is an exception block or a comment that waives a rule.
type Exception struct {
	Defaults
	// kind is "exception" or "comment", identifier the rule as written.
	Kind, Identifier, Rationale string
	Location                    report.Location
	Exception                   *model.Exception // nil for comments
}

func (s Exception) Block() *model.Block { return nil }

func (s Exception) Body() any { return s.Exception }

func (s Exception) Locate(at []string, _ []model.ForestID) report.Location {
	if e := s.Exception; e != nil {
		return LocateIn(&e.Block, at)
	}
	return s.Location
}

func (s Exception) Describe() string { return s.Kind + " for " + s.Identifier }

func (s Exception) Key() string {
	return strings.ToLower("exception\x00" + s.Identifier + "\x00" + s.Rationale)
}

func (s Exception) Text(name string, _ []model.ForestID) string {
	switch {
	case name == "expiration" && s.Exception != nil:
		return DateText(s.Exception.Expiration)
	case name == "rule":
		return s.Identifier
	default:
		return ""
	}
}

func (s Exception) Concerns() Concerns { return Concerns{} }
