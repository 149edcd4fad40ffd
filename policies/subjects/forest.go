package subjects

import (
	"fmt"
	"strconv"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/report"
)

// Forest is an on-premises forest.
type Forest struct {
	Defaults
	ID model.ForestID
}

func (s Forest) Block() *model.Block { return &s.Model.Forest(s.ID).Block }

func (s Forest) Locate(at []string, _ []model.ForestID) report.Location {
	return LocateIn(s.Block(), at)
}

func (s Forest) Describe() string { return "forest " + s.Model.ForestName(s.ID) }

func (s Forest) Key() string { return strings.ToLower("forest\x00" + s.Model.ForestName(s.ID)) }

func (s Forest) FoldKey(report.Fold, []model.ForestID) string { return s.Model.ForestName(s.ID) }

func (s Forest) Concerns() Concerns { return Concerns{Forests: []model.ForestID{s.ID}} }

func (s Forest) Text(name string, _ []model.ForestID) string {
	switch name {
	case "forest":
		return s.Model.ForestName(s.ID)
	case "exchange_version":
		return model.Word(s.Model.Forest(s.ID).ExchangeVersion)
	case "cumulative_update":
		return strconv.Itoa(int(s.Model.Forest(s.ID).CumulativeUpdate))
	default:
		return ""
	}
}

// DirectorySync is a directory_sync block.
type DirectorySync struct {
	Defaults
	Sync  *model.DirectorySync
	Count int
}

func (s DirectorySync) Block() *model.Block { return &s.Sync.Block }

func (s DirectorySync) Locate(at []string, _ []model.ForestID) report.Location {
	return LocateIn(s.Block(), at)
}

func (s DirectorySync) Describe() string { return "directory_sync " + model.Word(s.Sync.Engine) }

func (s DirectorySync) Key() string { return "directory_sync\x00" + model.Word(s.Sync.Engine) }

// Concerns are all forests: an exception for a forest covers what concerns every forest alike.
func (s DirectorySync) Concerns() Concerns { return Concerns{Forests: s.Forests()} }

// FoldKey is one for all: on-premises forests share one synchronization.
func (s DirectorySync) FoldKey(report.Fold, []model.ForestID) string { return "directory_sync" }

func (s DirectorySync) Text(name string, _ []model.ForestID) string {
	switch name {
	case "engine":
		return strings.ReplaceAll(model.Word(s.Sync.Engine), "_", " ")
	case "version":
		v := s.Sync.Version
		return fmt.Sprintf("%d.%d.%d.%d", v[0], v[1], v[2], v[3])
	case "count":
		return strconv.Itoa(s.Count)
	default:
		return ""
	}
}
