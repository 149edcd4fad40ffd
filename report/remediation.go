package report

// Place is where a fix is carried out; its text is the `where` of the JSON contract.
type Place string

// The places.
const (
	ExchangeOnPremises Place = "exchange_on_premises"
	ExchangeOnline     Place = "exchange_online"
	ActiveDirectory    Place = "active_directory"
	EntraConnect       Place = "entra_connect"
	EntraAdminCenter   Place = "entra_admin_center"
	Outlook            Place = "outlook"
)

// OnPremises tells the places of which every forest has its own.
func (p Place) OnPremises() bool { return p == ExchangeOnPremises || p == ActiveDirectory }

// Title is the place as a heading for people, as what runs a command.
func (p Place) Title() string {
	switch p {
	case ExchangeOnPremises:
		return "Exchange Management Shell (on-premises)"
	case ExchangeOnline:
		return "Exchange Online PowerShell"
	case ActiveDirectory:
		return "Active Directory module (on-premises)"
	case EntraConnect:
		return "Entra Connect"
	case EntraAdminCenter:
		return "Entra admin center"
	case Outlook:
		return "Outlook"
	default:
		return string(p)
	}
}

// System is the place as a heading for people, as what is changed there without a command.
func (p Place) System() string {
	switch p {
	case ExchangeOnPremises:
		return "Exchange on-premises"
	case ExchangeOnline:
		return "Exchange Online"
	case ActiveDirectory:
		return "Active Directory"
	default:
		return p.Title()
	}
}

// Remediation is one item of what mends a finding: a command to run or a text to follow, never both. The items are steps,
// to be taken in their order, up to one that is an Alternative: that one and what follows it replace all before it.
type Remediation struct {
	Where Place
	// Forest is that in which it is carried out on-premises; empty elsewhere, and where nobody knows.
	Forest string
	// Alternative: here begins another way; never true of the first item.
	Alternative bool
	// Intro says before the item what it is for, without a colon; it may be empty.
	Intro   string
	Command string
	Text    string
}
