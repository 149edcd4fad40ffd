package model

// Terms are everything that a grant says beside the two whom it is about. They are their own key, so that an attribute that is new
// in them tells grants apart without another word; one that cannot be compared does not compile.
type Terms struct {
	EntryTerms
	GrantTerms
}

// SharedTerms keeps one copy of what many grants say.
type SharedTerms struct {
	known   map[Terms]*Terms
	folders map[FolderGrant]*FolderGrant
}

// NewSharedTerms begins with none.
func NewSharedTerms() *SharedTerms {
	return &SharedTerms{known: map[Terms]*Terms{}, folders: map[FolderGrant]*FolderGrant{}}
}

// Share gives the one copy of some terms. The procedure of a change and the Outlook in use are never the same twice.
func (t *SharedTerms) Share(entry *EntryTerms, grant *GrantTerms) *Terms {
	terms := Terms{*entry, *grant}
	terms.Folder = t.folder(grant.Folder)
	if known := t.known[terms]; known != nil {
		return known
	}
	kept := new(Terms) // a copy, so that looking needs no memory
	*kept = terms
	if grant.Procedure == nil && grant.OutlookWindows == nil {
		t.known[terms] = kept
	}
	return kept
}

func (t *SharedTerms) folder(f *FolderGrant) *FolderGrant {
	if f == nil {
		return nil
	}
	known := t.folders[*f]
	if known == nil {
		known = new(FolderGrant)
		*known = *f
		t.folders[*f] = known
	}
	return known
}
