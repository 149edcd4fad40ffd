package loader

// grantTerms are everything that a grant says beside the two whom it is about.
type grantTerms struct {
	EntryTerms
	GrantTerms
}

// sharedTerms keeps one copy of what many grants say.
type sharedTerms struct {
	byKey   map[termsKey]*grantTerms
	folders map[FolderGrant]*FolderGrant
	// sides are the lists of forests, numbers their places by their bytes.
	sides   [][]ForestID
	numbers map[string]int32
	bytes   []byte
}

// termsKey is the same for terms that are.
type termsKey struct {
	state                 State
	clients               Set[Client]
	establishedBeforeMove Bool
	channel               Channel
	// presentIn and unknownIn are places among the lists; noSides where none is declared.
	presentIn, unknownIn int32
	grant                GrantTerms
}

const noSides = -1

func newSharedTerms() *sharedTerms {
	return &sharedTerms{byKey: map[termsKey]*grantTerms{}, folders: map[FolderGrant]*FolderGrant{}, numbers: map[string]int32{}}
}

// share gives the one copy of some terms. The procedure of a change and the Outlook in use are never the same twice.
func (t *sharedTerms) share(entry *EntryTerms, grant *GrantTerms) *grantTerms {
	key := termsKey{
		state: entry.State, clients: entry.Clients, establishedBeforeMove: entry.EstablishedBeforeMove, channel: entry.Channel,
		presentIn: t.list(entry.PresentIn), unknownIn: t.list(entry.UnknownIn), grant: *grant,
	}
	key.grant.Folder = t.folder(grant.Folder)
	if known := t.byKey[key]; known != nil {
		return known
	}
	terms := &grantTerms{EntryTerms: *entry, GrantTerms: key.grant}
	terms.PresentIn, terms.UnknownIn = t.listed(key.presentIn), t.listed(key.unknownIn)
	if grant.Procedure == nil && grant.OutlookWindows == nil {
		t.byKey[key] = terms
	}
	return terms
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

// list numbers a list of forests.
func (t *sharedTerms) list(forests []ForestID) int32 {
	if forests == nil {
		return noSides
	}
	t.bytes = t.bytes[:0]
	for _, f := range forests {
		t.bytes = append(t.bytes, byte(f), byte(f>>8))
	}
	number, known := t.numbers[string(t.bytes)]
	if !known {
		number = int32(len(t.sides))
		t.numbers[string(t.bytes)] = number
		t.sides = append(t.sides, append([]ForestID{}, forests...))
	}
	return number
}

func (t *sharedTerms) listed(number int32) []ForestID {
	if number == noSides {
		return nil
	}
	return t.sides[number]
}
