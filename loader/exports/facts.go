package exports

import "hybridlint/loader"

// sighting is one row about a recipient: how one export of one side shows it.
type sighting struct {
	row  rowRef
	file int32
	side side
	// details is the RecipientTypeDetails, as it is compared; empty where the export does not tell.
	details string
	// The identities, as written. guids are those of the object, the mailbox and the cloud directory.
	guids                                       []string
	dn, primary, legacyDN, upn, alias, sam, sid string
	canonical, name, displayName, linkedMaster  string
	addresses                                   []string
	target                                      string
	hasAddresses, hasTarget                     bool
	displayType                                 string
	remoteType                                  string
	dirSynced, hidden, enabled, cloudManaged    loader.Bool
	groupScope                                  string
	// links are the delegates that the mailbox opens for by itself; nil where the attribute was not exported.
	links []string
	// report says that only a permission report names the mailbox.
	report bool

	person *person
}

// identity names a recipient: a row about it, or a text that is resolved when everything is read.
type identity struct {
	on   *sighting
	text string
}

// entry is one right of one trustee, as one row says it.
type entry struct {
	row         rowRef
	file        int32
	side        side
	permission  loader.Permission
	recipient   identity
	trustee     string
	trusteeSID  string
	inherited   bool
	deny        bool
	autoMapping loader.Bool
	folder      *folderFact
}

// folderFact is what is particular to the right on a folder.
type folderFact struct {
	path   string
	rights []string
	flags  []string
	// principal is Default or Anonymous; empty for people.
	principal string
}

// attachment is a fact about a recipient that comes from another export than the recipient.
type attachment struct {
	row       rowRef
	file      int32
	side      side
	recipient identity
	// Exactly one of these is there.
	resourceDelegates []string
	folderType        string
	folderPath        string
	publicFolder      loader.Bool
}

// membership is one member of one group.
type membership struct {
	row    rowRef
	group  identity
	member string
}

// batchFact is what is known of a migration batch.
type batchFact struct {
	row       rowRef
	direction string
	status    string
	members   []batchMember
}

type batchMember struct {
	row  rowRef
	text string
}
