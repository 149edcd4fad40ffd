package loader

import (
	"hybridlint/loader/model"
	"hybridlint/loader/syntax"
)

// draft is a block that was read and whose names are not resolved yet.
type draft[T any] struct {
	record T
	// label is the block's own name; empty where it has none or could not be read.
	label string
	// from and to are the references of the block among those of its reader.
	from, to int32
	// leftOut says that the block has an error, or names one that has: it stays out of the model, and names it without
	// another word about it.
	leftOut bool
}

// drafts are the blocks of one reader, in order.
type drafts struct {
	tenants     []*draft[tenantDraft]
	forests     []*draft[model.Forest]
	syncs       []*draft[model.DirectorySync]
	defaults    []*draft[defaults]
	recipients  []*draft[recipientDraft]
	grants      []compactGrant
	delegates   []*draft[model.OutlookDelegate]
	invitations []*draft[model.SharingInvitation]
	batches     []*draft[batchDraft]
	changes     []*draft[model.BulkChange]
	exceptions  []*draft[model.Exception]
	plans       []*draft[planDraft]

	references []reference
}

// read reads one block into a draft; begin says what an empty one is.
func read[T any](r *reader, t *blockType[T], b *syntax.Block, begin func(d *draft[T], label string) (valid bool)) *draft[T] {
	d := &draft[T]{}
	readInto(r, t, b, d, func(label string) bool { return begin(d, label) })
	return d
}

func readInto[T any](r *reader, t *blockType[T], b *syntax.Block, d *draft[T], begin func(label string) (valid bool)) {
	d.from = int32(len(r.drafts.references))
	label, labelled := r.labelOf(b, t.label)
	d.label = r.intern(label)
	valid := begin(d.label)
	complete := readBlock(r, t, b, &d.record)
	d.leftOut = !labelled || !valid || !complete || r.repeatedIn(b)
	d.to = int32(len(r.drafts.references))
}
