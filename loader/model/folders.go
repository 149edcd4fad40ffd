package model

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// calendarNames are what the calendar of a mailbox is called in the languages of mailboxes, folded.
var calendarNames = wordSet("Calendar", "Kalender", "Calendrier", "Calendario", "Agenda", "Calendário", "Kalenteri", "Kalendarz", "Kalendář",
	"Naptár", "Kalendar", "Takvim", "Ημερολόγιο", "Календарь", "Календар", "予定表", "日历", "行事曆", "일정", "לוח שנה", "التقويم")

// otherFolderNames are the folders of a mailbox that are no calendar, folded. The empty name is the root.
var otherFolderNames = wordSet("", "Inbox", "Drafts", "Sent Items", "Deleted Items", "Junk Email", "Junk E-mail", "Outbox", "Tasks", "Notes",
	"Contacts", "Journal")

// calendarType is FolderType of the calendar in the mailbox folder statistics.
const calendarType = "calendar"

func wordSet(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[Fold(cty.NormalizeString(word))] = true
	}
	return set
}

// CalendarName tells whether a top-level folder of that name is the calendar of a mailbox, in whatever language. Separators at either
// end do not matter.
func CalendarName(path string) bool { return calendarNames[Fold(strings.Trim(path, `\/`))] }

// Calendar tells whether the folder is a calendar; Undeclared means that nobody can know.
func (f *FolderGrant) Calendar() Bool {
	name := Fold(strings.Trim(f.Path, `\/`))
	switch {
	case f.Type != "":
		return BoolOf(Fold(f.Type) == calendarType)
	case strings.ContainsAny(name, `\/`):
		return False
	case calendarNames[name]:
		return True
	case otherFolderNames[name]:
		return False
	case f.SharingPermissionFlags.Has(DelegateFlag), f.SharingPermissionFlags.Has(CanViewPrivateItemsFlag):
		return True // Exchange has them on a calendar only
	default:
		return Undeclared
	}
}

// CalendarLevel is the level that the rights of Default on a calendar amount to; zero where they are no level, such as a combination of
// single rights.
func CalendarLevel(rights Set[FolderRight]) FolderRight {
	switch values := rights.Values(); {
	case len(values) == 1 && values[0] <= OwnerRight:
		return values[0]
	case rights == SetOf(CreateItemsRight, FolderVisibleRight):
		return ContributorRight
	default:
		return 0
	}
}
