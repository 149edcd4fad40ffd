package policies

import (
	"hybridlint/policies/metadata"

	"hybridlint/policies/facts"

	"fmt"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

// plainSubject is what most subjects have in common: no cmdlet argument of their own, nothing related, nothing to fold by.
type plainSubject struct {
	*join
}

func (plainSubject) identity(string) (string, bool)             { return "", false }
func (plainSubject) literal(string) (string, bool)              { return "", false }
func (plainSubject) side(string, []loader.ForestID) facts.Side  { return facts.OnPremisesSide }
func (plainSubject) fold(report.Fold, []loader.ForestID) string { return "" }
func (plainSubject) related() []report.Related                  { return nil }
func (plainSubject) culprits() []string                         { return nil }
func (plainSubject) body() any                                  { return nil }

// locateIn finds an attribute in a block, else its header.
func locateIn(b *loader.Block, at []string) report.Location {
	if len(at) == 0 || !b.Declares(at[0]) {
		return b.Location()
	}
	return b.Locate(at[0], -1)
}

// recipientSubject is a recipient, seen in the forests in which a rule fired.
type recipientSubject struct {
	plainSubject
	id loader.RecipientID
}

func (s recipientSubject) declaration() *loader.Recipient { return s.model.Recipients[s.id] }
func (s recipientSubject) block() *loader.Block           { return &s.declaration().Block }

func (s recipientSubject) locate(at []string, forests []loader.ForestID) report.Location {
	if len(at) == 2 && at[0] == "object" {
		for _, f := range forests {
			if o := objectBlock(s.declaration(), f); o != nil && o.Declares(at[1]) {
				return o.Locate(at[1], -1)
			}
		}
	}
	if g := s.calendarDefaults[s.id]; len(at) == 1 && at[0] == "calendar_default_permission" && g != nil && !s.block().Declares(at[0]) {
		return g.Locate("access_rights", -1)
	}
	return locateIn(s.block(), at)
}

func (s recipientSubject) describe() string {
	return s.declaration().Type.String() + " " + s.declaration().ID
}
func (s recipientSubject) key() string { return strings.ToLower("recipient\x00" + s.declaration().ID) }

func (s recipientSubject) text(name string, forests []loader.ForestID) string {
	r := s.declaration()
	switch name {
	case "recipient":
		return r.ID
	case "home":
		return s.placeName(r.Home)
	case "forest":
		return s.placeNames(forests)
	case "recipient_type", "a_recipient_type":
		return typeText(name, r.Type)
	case "legacy_x500":
		return "X500:" + r.LegacyExchangeDN
	case "moved_on":
		return dateText(r.MovedOn)
	case "aclable_enabled_on":
		return s.aclableEnabledOn(forests)
	case "entries":
		return strconv.Itoa(int(s.recipients[s.id].ExplicitFullAccessEntries.Value))
	case "calendar_default_permission":
		return loader.Word(s.calendarDefault(s.id))
	default:
		return ""
	}
}

// aclableEnabledOn is when the forests began to stamp what moves.
func (s recipientSubject) aclableEnabledOn(forests []loader.ForestID) string {
	for _, f := range forests {
		if forest := s.model.Forest(f); forest != nil && forest.ACLableEnabledOn != 0 {
			return dateText(forest.ACLableEnabledOn)
		}
	}
	return ""
}

func (s recipientSubject) identity(name string) (string, bool) {
	switch name {
	case "recipient":
		return s.mailIdentity(s.id), true
	case "recipient_calendar":
		return s.mailIdentity(s.id) + `:\Calendar`, true
	case "legacy_x500":
		return s.text(name, nil), true
	default:
		return "", false
	}
}

func (s recipientSubject) literal(name string) (string, bool) { return s.recipientLiteral(s.id, name) }

func (s recipientSubject) side(where string, forests []loader.ForestID) facts.Side {
	if where == metadata.WhereActingForest && len(forests) > 0 {
		return facts.SideOf(forests[0])
	}
	return facts.SideOf(s.declaration().Home)
}

func (s recipientSubject) fold(key report.Fold, forests []loader.ForestID) string {
	switch key {
	case report.FoldForest:
	case report.FoldHome:
		return s.model.ForestName(s.declaration().Home)
	default:
		return s.declaration().ID
	}
	for _, f := range append(slices.Clip(forests), s.declaration().Origin, s.declaration().Home) {
		if f.OnPremises() {
			return s.model.ForestName(f)
		}
	}
	return s.model.ForestName(s.declaration().Home)
}

func (s recipientSubject) culprits() []string { return []string{s.declaration().ID} }

func (s recipientSubject) concerns() concerns {
	return concerns{recipients: []loader.RecipientID{s.id}, forests: []loader.ForestID{s.declaration().Home, s.declaration().Origin}}
}

// forestSubject is an on-premises forest.
type forestSubject struct {
	plainSubject
	id loader.ForestID
}

func (s forestSubject) block() *loader.Block { return &s.model.Forest(s.id).Block }
func (s forestSubject) locate(at []string, _ []loader.ForestID) report.Location {
	return locateIn(s.block(), at)
}
func (s forestSubject) describe() string                           { return "forest " + s.model.ForestName(s.id) }
func (s forestSubject) key() string                                { return strings.ToLower("forest\x00" + s.model.ForestName(s.id)) }
func (s forestSubject) fold(report.Fold, []loader.ForestID) string { return s.model.ForestName(s.id) }
func (s forestSubject) concerns() concerns                         { return concerns{forests: []loader.ForestID{s.id}} }

func (s forestSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "forest":
		return s.model.ForestName(s.id)
	case "exchange_version":
		return loader.Word(s.model.Forest(s.id).ExchangeVersion)
	case "cumulative_update":
		return strconv.Itoa(int(s.model.Forest(s.id).CumulativeUpdate))
	default:
		return ""
	}
}

// syncSubject is a directory_sync block.
type syncSubject struct {
	plainSubject
	sync  *loader.DirectorySync
	count int
}

func (s syncSubject) block() *loader.Block { return &s.sync.Block }
func (s syncSubject) locate(at []string, _ []loader.ForestID) report.Location {
	return locateIn(s.block(), at)
}
func (s syncSubject) describe() string { return "directory_sync " + loader.Word(s.sync.Engine) }
func (s syncSubject) key() string      { return "directory_sync\x00" + loader.Word(s.sync.Engine) }

// An exception for a forest covers what concerns every forest alike.
func (s syncSubject) concerns() concerns { return concerns{forests: s.forestsOf()} }

// All on-premises forests share one synchronization.
func (s syncSubject) fold(report.Fold, []loader.ForestID) string { return "directory_sync" }

func (s syncSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "engine":
		return strings.ReplaceAll(loader.Word(s.sync.Engine), "_", " ")
	case "version":
		v := s.sync.Version
		return fmt.Sprintf("%d.%d.%d.%d", v[0], v[1], v[2], v[3])
	case "count":
		return strconv.Itoa(s.count)
	default:
		return ""
	}
}

// relationshipSubject is an organization relationship; its holder answers.
type relationshipSubject struct {
	plainSubject
	relationship *loader.OrganizationRelationship
}

func (s relationshipSubject) block() *loader.Block { return &s.relationship.Block }
func (s relationshipSubject) locate(at []string, _ []loader.ForestID) report.Location {
	return locateIn(s.block(), at)
}

func (s relationshipSubject) describe() string {
	return fmt.Sprintf("organization_relationship of %s to %s", s.model.ForestName(s.relationship.Holder), s.model.ForestName(s.relationship.Target))
}

func (s relationshipSubject) key() string { return strings.ToLower(s.describe()) }

func (s relationshipSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "answering":
		return s.placeName(s.relationship.Holder)
	case "requesting":
		return s.placeName(s.relationship.Target)
	default:
		return ""
	}
}

func (s relationshipSubject) side(string, []loader.ForestID) facts.Side {
	return facts.SideOf(s.relationship.Holder)
}

func (s relationshipSubject) fold(report.Fold, []loader.ForestID) string {
	if s.relationship.Holder.OnPremises() {
		return s.model.ForestName(s.relationship.Holder)
	}
	return s.model.ForestName(s.relationship.Target)
}

func (s relationshipSubject) concerns() concerns {
	return concerns{forests: []loader.ForestID{s.relationship.Holder, s.relationship.Target}}
}

// invitationSubject is a sharing invitation.
type invitationSubject struct {
	plainSubject
	invitation *loader.SharingInvitation
}

func (s invitationSubject) block() *loader.Block { return &s.invitation.Block }

func (s invitationSubject) body() any { return s.invitation }

func (s invitationSubject) locate(at []string, _ []loader.ForestID) report.Location {
	if len(at) > 0 && at[0] == "clients" {
		at = []string{"viewing_clients"}
		if !s.invitation.ViewingClients.Has(loader.NewOutlookWindows) {
			at = []string{"accepting_client"}
		}
	}
	if len(at) > 0 && s.block().Declares(at[0]) {
		return s.block().Locate(at[0], -1)
	}
	return s.block().Locate("recipient", -1)
}

func (s invitationSubject) describe() string {
	return fmt.Sprintf("sharing_invitation of %s to %s", s.name(s.invitation.Owner), s.invitation.RecipientText)
}

func (s invitationSubject) key() string { return strings.ToLower(s.describe()) }

func (s invitationSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "owner":
		return s.name(s.invitation.Owner)
	case "recipient", "delegate":
		return s.invitation.RecipientText
	case "accepting_client":
		return loader.Word(s.invitation.AcceptingClient)
	case "level":
		return loader.Word(s.invitation.Level)
	case "policy_max_level":
		return loader.Word(s.invitation.PolicyMaxLevel)
	default:
		return ""
	}
}

func (s invitationSubject) identity(name string) (string, bool) {
	switch name {
	case "owner":
		return s.mailIdentity(s.invitation.Owner), true
	case "recipient":
		return s.invitation.RecipientText, true
	default:
		return "", false
	}
}

func (s invitationSubject) side(string, []loader.ForestID) facts.Side {
	return facts.SideOf(s.model.Recipients[s.invitation.Owner].Home)
}

func (s invitationSubject) fold(report.Fold, []loader.ForestID) string {
	return s.name(s.invitation.Owner)
}

func (s invitationSubject) related() []report.Related {
	return []report.Related{s.declared(s.invitation.Owner)}
}

func (s invitationSubject) culprits() []string { return []string{s.name(s.invitation.Owner)} }

func (s invitationSubject) concerns() concerns {
	c := concerns{recipients: []loader.RecipientID{s.invitation.Owner}, forests: []loader.ForestID{s.model.Recipients[s.invitation.Owner].Home}}
	if id := s.invitation.Recipient; id != loader.NoRecipient {
		c.delegates = []loader.RecipientID{id}
		c.forests = append(c.forests, s.model.Recipients[id].Home)
	}
	return c
}

// bulkChangeSubject is one change over several recipients.
type bulkChangeSubject struct {
	plainSubject
	change *loader.BulkChange
}

func (s bulkChangeSubject) block() *loader.Block { return &s.change.Block }
func (s bulkChangeSubject) locate(at []string, _ []loader.ForestID) report.Location {
	return locateIn(s.block(), at)
}
func (s bulkChangeSubject) describe() string                           { return "bulk_change " + s.change.Name }
func (s bulkChangeSubject) key() string                                { return strings.ToLower("bulk_change\x00" + s.change.Name) }
func (s bulkChangeSubject) fold(report.Fold, []loader.ForestID) string { return s.change.Name }

func (s bulkChangeSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "change":
		return s.change.Name
	case "permission":
		return permissionName(s.change.Permission)
	case "operator_groups":
		if len(s.change.OperatorRoleGroups) == 0 {
			return "no role group"
		}
		return listed(s.change.OperatorRoleGroups)
	case "types":
		return s.types()
	default:
		return ""
	}
}

// side is where the change is made: where it is declared to be, else at the home of the first recipient.
func (s bulkChangeSubject) side(string, []loader.ForestID) facts.Side {
	if s.change.AppliedOn != loader.NoForest || len(s.change.Recipients) == 0 {
		return facts.SideOf(s.change.AppliedOn)
	}
	return facts.SideOf(s.model.Recipients[s.change.Recipients[0]].Home)
}

func (s bulkChangeSubject) types() string {
	var seen [256]bool
	var names []string
	for _, id := range s.change.Recipients {
		if t := s.model.Recipients[id].Type; !seen[t] {
			seen[t] = true
			names = append(names, typeName(t))
		}
	}
	return strings.Join(names, ", ")
}

func (s bulkChangeSubject) concerns() concerns {
	c := concerns{recipients: s.change.Recipients}
	for _, id := range s.change.Recipients {
		c.forests = append(c.forests, s.model.Recipients[id].Home)
	}
	return c
}

// bulkChangeRecipientSubject is an element of the recipients of a bulk change.
type bulkChangeRecipientSubject struct {
	plainSubject
	change *loader.BulkChange
	place  int
}

func (s bulkChangeRecipientSubject) id() loader.RecipientID { return s.change.Recipients[s.place] }
func (s bulkChangeRecipientSubject) block() *loader.Block   { return &s.change.Block }

func (s bulkChangeRecipientSubject) locate([]string, []loader.ForestID) report.Location {
	return s.change.Locate("recipients", s.place)
}

func (s bulkChangeRecipientSubject) describe() string {
	return fmt.Sprintf("bulk_change %s, %s on %s", s.change.Name, s.change.Permission, s.name(s.id()))
}

func (s bulkChangeRecipientSubject) key() string {
	return strings.ToLower("bulk_change recipient\x00" + s.change.Name + "\x00" + s.name(s.id()))
}

func (s bulkChangeRecipientSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "change":
		return s.change.Name
	case "permission":
		return permissionName(s.change.Permission)
	case "recipient":
		return s.name(s.id())
	case "delegate":
		return "<delegate>"
	case "recipient_type", "a_recipient_type":
		return typeText(name, s.model.Recipients[s.id()].Type)
	default:
		return ""
	}
}

func (s bulkChangeRecipientSubject) identity(name string) (string, bool) {
	return s.mailIdentity(s.id()), name == "recipient"
}

func (s bulkChangeRecipientSubject) literal(name string) (string, bool) {
	if name == "delegate" {
		return "<delegate>", true
	}
	return s.recipientLiteral(s.id(), name)
}

func (s bulkChangeRecipientSubject) side(string, []loader.ForestID) facts.Side {
	return facts.SideOf(s.model.Recipients[s.id()].Home)
}

func (s bulkChangeRecipientSubject) fold(report.Fold, []loader.ForestID) string {
	return s.name(s.id())
}

func (s bulkChangeRecipientSubject) related() []report.Related {
	return []report.Related{s.declared(s.id())}
}

func (s bulkChangeRecipientSubject) culprits() []string { return []string{s.name(s.id())} }

func (s bulkChangeRecipientSubject) concerns() concerns {
	return concerns{recipients: []loader.RecipientID{s.id()}, forests: []loader.ForestID{s.model.Recipients[s.id()].Home}}
}

// resourceDelegateSubject is an element of the resource delegates of a recipient.
type resourceDelegateSubject struct {
	recipientSubject
	place int
	// member is the first of a group who is in the cloud, NoRecipient where nobody is.
	member loader.RecipientID
}

func (s resourceDelegateSubject) delegate() loader.RecipientID {
	return s.declaration().ResourceDelegates[s.place]
}

func (s resourceDelegateSubject) locate([]string, []loader.ForestID) report.Location {
	return s.block().Locate("resource_delegates", s.place)
}

func (s resourceDelegateSubject) describe() string {
	return fmt.Sprintf("resource delegate %s of %s", s.name(s.delegate()), s.declaration().ID)
}

func (s resourceDelegateSubject) key() string {
	return strings.ToLower("resource delegate\x00" + s.declaration().ID + "\x00" + s.name(s.delegate()))
}

func (s resourceDelegateSubject) text(name string, forests []loader.ForestID) string {
	switch name {
	case "group":
		return s.name(s.delegate())
	case "member":
		return s.name(s.member)
	default:
		return s.recipientSubject.text(name, forests)
	}
}

func (s resourceDelegateSubject) culprits() []string {
	return []string{s.declaration().ID, s.name(s.delegate())}
}

func (s resourceDelegateSubject) concerns() concerns {
	c := s.recipientSubject.concerns()
	c.delegates = []loader.RecipientID{s.delegate()}
	return c
}

// trusteeSubject is an entry whose delegate is no declared recipient.
type trusteeSubject struct {
	entrySubject
}

func (s trusteeSubject) text(name string, forests []loader.ForestID) string {
	if name == "trustee" {
		return s.trustee().Text
	}
	return s.entrySubject.text(name, forests)
}

func (s trusteeSubject) identity(name string) (string, bool) {
	if name == "trustee" {
		return s.trustee().Text, true
	}
	return s.entrySubject.identity(name)
}

// exceptionSubject is an exception block or a comment that waives a rule.
type exceptionSubject struct {
	plainSubject
	waiver *waiver
}

func (s exceptionSubject) block() *loader.Block { return nil }

func (s exceptionSubject) body() any { return s.waiver.exception }

func (s exceptionSubject) locate(at []string, _ []loader.ForestID) report.Location {
	if e := s.waiver.exception; e != nil {
		return locateIn(&e.Block, at)
	}
	return s.waiver.location
}

func (s exceptionSubject) describe() string { return s.waiver.kind + " for " + s.waiver.identifier }

func (s exceptionSubject) key() string {
	return strings.ToLower("exception\x00" + s.waiver.identifier + "\x00" + s.waiver.rationale)
}

func (s exceptionSubject) text(name string, _ []loader.ForestID) string {
	switch {
	case name == "expiration" && s.waiver.exception != nil:
		return dateText(s.waiver.exception.Expiration)
	case name == "rule":
		return s.waiver.identifier
	default:
		return ""
	}
}

func (s exceptionSubject) concerns() concerns { return concerns{} }
