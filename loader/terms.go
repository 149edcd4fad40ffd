package loader

// grantTerms are everything that a grant says beside the two whom it is about. They are their own key, so that an attribute that is new
// in them tells grants apart without another word; one that cannot be compared does not compile.
type grantTerms struct {
	EntryTerms
	GrantTerms
}

// sharedTerms keeps one copy of what many grants say.
type sharedTerms struct {
	known   map[grantTerms]*grantTerms
	folders map[FolderGrant]*FolderGrant
}

func newSharedTerms() *sharedTerms {
	return &sharedTerms{known: map[grantTerms]*grantTerms{}, folders: map[FolderGrant]*FolderGrant{}}
}

// share gives the one copy of some terms. The procedure of a change and the Outlook in use are never the same twice.
func (t *sharedTerms) share(entry *EntryTerms, grant *GrantTerms) *grantTerms {
	terms := grantTerms{*entry, *grant}
	terms.Folder = t.folder(grant.Folder)
	if known := t.known[terms]; known != nil {
		return known
	}
	kept := new(grantTerms) // a copy, so that looking needs no memory
	*kept = terms
	if grant.Procedure == nil && grant.OutlookWindows == nil {
		t.known[terms] = kept
	}
	return kept
}

func (t *sharedTerms) folder(f *FolderGrant) *FolderGrant {
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
