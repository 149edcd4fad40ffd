package report

import "strings"

// Finding is one answer of one rule about one subject.
type Finding struct {
	Rule     *Rule
	Severity Severity
	// Assumed names the facts that were not declared and lowered the severity; sorted.
	Assumed  []string
	Location Location
	// FoldKey is what findings of one rule have in common where people read them; empty where the
	// rule never folds.
	FoldKey string
	// Culprits are the recipients and delegates behind the finding, for the summary; the recipient
	// is the first.
	Culprits   []string
	Suppressed *Suppression
	// Change says how the finding differs from the base, and Was its level there; NoChange and
	// NoSeverity where it was not there.
	Change Change
	Was    Severity
	// RuleIsNew says that the rule did not run for the base, so that nobody knows whether the finding is new.
	RuleIsNew bool
	// Message has no full stop.
	Message string
	// Arguments are what stands in the placeholders of the rule's message, in their order.
	Arguments []string
	// Subject is what the finding is about, in words: "grant send_as amy@contoso.com on sales@contoso.com".
	Subject string
	Related []Related
	// Because are the declarations among those that a new or worse finding is about which the
	// change altered.
	Because     []Related
	Remediation []Remediation
	// Edits are made in the files themselves, where they mend the finding; mostly there are none.
	Edits []Edit
	// About says whom and what the finding is about, for programs.
	About About
	// Identity is the same for all findings of one rule about equal subjects. Hexadecimal.
	Identity string
	// Fingerprint stays the same when lines move, blocks are reordered or files renamed: it is
	// keyed by the rule and the logical subject, and tells findings with one Identity apart.
	// Hexadecimal.
	Fingerprint string
}

// Related is another place that a finding is about.
type Related struct {
	Message  string
	Location Location
}

// Edit declares another value of an attribute.
type Edit struct {
	Attribute string
	// Location is that of the value, Text what to write there instead, as HCL.
	Location Location
	Text     string
}

// Suppression says why a finding is not counted. Kind is "exception" or "comment".
type Suppression struct {
	Kind      string
	Rationale string
	Location  Location
}

// About names whom and what a finding is about, as declared; empty where there is nothing of the kind.
type About struct {
	// Recipient is also the manager, the owner, or the mailbox of a rule about recipients.
	Recipient, Delegate string
	// Permission is full_access, send_as, send_on_behalf, folder, outlook_delegate (also of the grant that follows from one) or
	// sharing_invitation.
	Permission string
	Folder     string
	Batch      string
	// Forest is the on-premises forest concerned.
	Forest string
}

// The permissions of findings that are no grant's.
const (
	OutlookDelegatePermission   = "outlook_delegate"
	SharingInvitationPermission = "sharing_invitation"
)

// Permissions are all that a finding can be about.
func Permissions() []string {
	return []string{"full_access", "send_as", "send_on_behalf", "folder", OutlookDelegatePermission, SharingInvitationPermission}
}

// AssumedNote is how the message of a finding ends that assumed facts: it says what to declare. Empty for none.
func AssumedNote(facts []string) string {
	if len(facts) == 0 {
		return ""
	}
	pronoun := "it"
	if len(facts) > 1 {
		pronoun = "them"
	}
	return " (not declared: " + strings.Join(facts, ", ") + "; declare " + pronoun + " to be sure)"
}
