package loader

import "hybridlint/loader/model"

// workspace is what a reader needs while it reads, and what it has read as long as it grows. Readers use one after the other, so
// that growing happens once.
type workspace struct {
	// terms keeps one copy of what grants say, for all readers that use it.
	terms *model.SharedTerms
	// texts are the names that were read, each once, and numbers their places.
	texts   []readText
	numbers map[string]uint32

	arena
	// recipients are taken one by one.
	recipients []model.Recipient

	plain      plainReader
	spans      []model.Span
	grants     []compactGrant
	references []reference
	packed     []byte
}

// readText is a text of the section, or where something else needs it a copy that is kept.
type readText struct {
	text string
	kept bool
}

func newWorkspace() *workspace {
	return &workspace{terms: model.NewSharedTerms(), numbers: map[string]uint32{}}
}

// begin takes a workspace.
func (r *reader) begin() {
	w := r.workspaces.Get().(*workspace)
	r.workspace, r.spans, r.drafts.grants, r.drafts.references, r.places.Packed = w, w.spans, w.grants, w.references, w.packed
}

// finish lets go of what was needed while reading only.
func (r *reader) finish() {
	if r.workspace != nil {
		r.handOver()
	}
	r.section, r.part, r.functions, r.spans = nil, nil, nil, nil
	r.current, r.grant, r.repeatedAt = blockInHand{}, draft[grantDraft]{}, nil
}

// handOver gives the names to those of all files, and keeps what was read in no more memory than it needs.
func (r *reader) handOver() {
	w := r.workspace
	w.spans, w.grants, w.references, w.packed = r.spans[:0], r.drafts.grants[:0], r.drafts.references[:0], r.places.Packed[:0]
	r.drafts.grants = append([]compactGrant(nil), r.drafts.grants...)
	r.drafts.references = append([]reference(nil), r.drafts.references...)
	r.places.Packed = r.keepBytes(r.places.Packed)
	numbers := r.names.add(w.texts)
	for i := range r.drafts.references {
		ref := &r.drafts.references[i]
		ref.name = numbers[ref.name]
	}
	clear(w.numbers)
	clear(w.texts)
	w.texts, w.plain.text = w.texts[:0], nil
	r.workspaces.Put(w)
	r.workspace = nil
}
