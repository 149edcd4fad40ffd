package loader

import (
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/loader/sources"
	"hybridlint/report"
)

// Declared is what the files of a configuration declare, as far as other files name it or must not declare it again. With it one file
// can be read alone after a change, with the problems that it would have among the others.
type Declared struct{ files []declaredIn }

// declaredIn is what one part of a file declares.
type declaredIn struct {
	file       string
	recipients []declaredRecipient
	recovered  recovered
	// Blocks that there may be once, by their labels.
	tenants, forests, syncs, defaults, batches, changes, plans []declaredBlock
	// broken says that names may be missing.
	broken bool
}

// declaredRecipient is a recipient with its names.
type declaredRecipient struct {
	label   string
	of      *model.Recipient
	leftOut bool
}

// declaredBlock is a block of which the label and the place are known.
type declaredBlock struct {
	label   string
	block   model.Block
	leftOut bool
	// engine is that of a directory_sync.
	engine model.Engine
}

// Alone tells whether a text can be read without the other files: one that may have locals, or name them, cannot.
func Alone(text string) bool { return !strings.Contains(text, "local") }

// Has tells whether a file was read.
func (d *Declared) Has(file string) bool {
	return d != nil && slices.ContainsFunc(d.files, func(in declaredIn) bool { return in.file == file })
}

// declared takes down what was read, before links change it.
func (l *load) declared() *Declared {
	d := &Declared{}
	for _, f := range l.files {
		d.files = append(d.files, declaredIn{file: f.Name})
	}
	for _, r := range l.readers {
		in := declaredIn{file: r.places.File.Name, recovered: r.recovered, broken: r.broken}
		for _, x := range r.drafts.recipients {
			in.recipients = append(in.recipients, declaredRecipient{x.label, x.record.Recipient, x.leftOut})
		}
		for _, x := range r.drafts.tenants {
			in.tenants = append(in.tenants, declaredBlock{label: x.record.Name, block: x.record.Block, leftOut: x.leftOut})
		}
		for _, x := range r.drafts.forests {
			in.forests = append(in.forests, declaredBlock{label: x.label, block: x.record.Block, leftOut: x.leftOut})
		}
		for _, x := range r.drafts.syncs {
			in.syncs = append(in.syncs, declaredBlock{label: x.label, block: x.record.Block, leftOut: x.leftOut, engine: x.record.Engine})
		}
		for _, x := range r.drafts.defaults {
			in.defaults = append(in.defaults, declaredBlock{block: x.record.Block})
		}
		for _, x := range r.drafts.batches {
			in.batches = append(in.batches, declaredBlock{label: x.label, block: x.record.Block, leftOut: x.leftOut})
		}
		for _, x := range r.drafts.changes {
			in.changes = append(in.changes, declaredBlock{label: x.label, block: x.record.Block, leftOut: x.leftOut})
		}
		for _, x := range r.drafts.plans {
			in.plans = append(in.plans, declaredBlock{label: x.label, block: x.record.Block, leftOut: x.leftOut})
		}
		d.files = append(d.files, in)
	}
	return d
}

// among puts readers around those that have read files anew: they stand for the files that were not, in the order of all.
func (l *load) among(d *Declared) []*reader {
	read := map[string]bool{}
	for _, f := range l.files {
		read[f.Name] = true
	}
	readers := slices.Clone(l.readers)
	for i := range d.files {
		if !read[d.files[i].file] {
			readers = append(readers, d.files[i].reader())
		}
	}
	slices.SortStableFunc(readers, func(a, b *reader) int { return strings.Compare(a.places.File.Name, b.places.File.Name) })
	return readers
}

// reader is one that has read nothing but what is declared. What links fill in is its own.
func (in *declaredIn) reader() *reader {
	r := &reader{places: &model.Places{File: &sources.File{Name: in.file}}, recovered: in.recovered, broken: in.broken}
	recipients := make([]model.Recipient, len(in.recipients))
	drafts := make([]draft[recipientDraft], len(in.recipients))
	for i, x := range in.recipients {
		recipients[i] = model.Recipient{
			Block: x.of.Block, ID: x.of.ID, Type: x.of.Type, PrimarySMTPAddress: x.of.PrimarySMTPAddress, EmailAddresses: x.of.EmailAddresses,
			CalendarDefaultPermission: x.of.CalendarDefaultPermission, RecipientDetails: &noDetails, Home: model.NoForest, Origin: model.NoForest,
		}
		drafts[i] = draft[recipientDraft]{record: recipientDraft{Recipient: &recipients[i]}, label: x.label, leftOut: x.leftOut}
		r.drafts.recipients = append(r.drafts.recipients, &drafts[i])
	}
	r.drafts.tenants = drafted(in.tenants, func(b declaredBlock) tenantDraft {
		return tenantDraft{Tenant: model.Tenant{Block: b.block, Name: b.label}}
	})
	r.drafts.forests = drafted(in.forests, func(b declaredBlock) model.Forest { return model.Forest{Block: b.block, Name: b.label} })
	r.drafts.syncs = drafted(in.syncs, func(b declaredBlock) model.DirectorySync {
		return model.DirectorySync{Block: b.block, Engine: b.engine}
	})
	r.drafts.defaults = drafted(in.defaults, func(b declaredBlock) defaults { return defaults{Block: b.block} })
	r.drafts.batches = drafted(in.batches, func(b declaredBlock) batchDraft {
		return batchDraft{MigrationBatch: model.MigrationBatch{Block: b.block, Name: b.label}}
	})
	r.drafts.changes = drafted(in.changes, func(b declaredBlock) model.BulkChange { return model.BulkChange{Block: b.block, Name: b.label} })
	r.drafts.plans = drafted(in.plans, func(b declaredBlock) planDraft {
		return planDraft{MigrationPlan: model.MigrationPlan{Block: b.block, Name: b.label}}
	})
	return r
}

func drafted[T any](blocks []declaredBlock, record func(declaredBlock) T) []*draft[T] {
	var drafts []*draft[T]
	for _, b := range blocks {
		drafts = append(drafts, &draft[T]{record: record(b), label: b.label, leftOut: b.leftOut})
	}
	return drafts
}

// within are the problems in the files that were read.
func (l *load) within(problems []report.Problem) []report.Problem {
	read := map[string]bool{}
	for _, f := range l.files {
		read[f.Name] = true
	}
	return slices.DeleteFunc(problems, func(p report.Problem) bool { return !read[p.Location.File] })
}
