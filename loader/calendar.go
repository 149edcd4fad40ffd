package loader

// defaultCalendar is an entry for Default on the calendar of a mailbox.
type defaultCalendar struct {
	rights Set[FolderRight]
	block  Block
}

func (c *defaultCalendar) agrees(rights Set[FolderRight]) bool {
	level := CalendarLevel(rights)
	return c.rights == rights || level != 0 && level == CalendarLevel(c.rights)
}

// checkDefaultCalendar: what everybody may do on a calendar is declared once, or alike. Not ok means that an error was reported.
func (l *linker) checkDefaultCalendar(g *grantDraft, t *Trustee) bool {
	if g.Permission != Folder || t.Text != defaultPrincipal || g.Folder.Calendar() != True || g.Recipient == NoRecipient {
		return true
	}
	r := l.model.Recipients[g.Recipient]
	at := g.Locate("access_rights", wholeAttribute)
	if declared := r.CalendarDefaultPermission; declared != 0 && declared != CalendarLevel(g.Folder.AccessRights) {
		l.problem(at, "Contradiction", "The rights of Default on the calendar of %q are declared as %s at %s. Remove one of the two, or correct it.",
			r.ID, Word(declared), place(r.Locate("calendar_default_permission", wholeAttribute)))
		return false
	}
	first := l.defaultCalendars[g.Recipient]
	if first == nil {
		l.defaultCalendars[g.Recipient] = &defaultCalendar{rights: g.Folder.AccessRights, block: g.Block}
		return true
	}
	if first.agrees(g.Folder.AccessRights) {
		return true
	}
	l.problem(at, "Contradiction", "Other rights of Default on the calendar of %q are declared at %s. Remove one of the two, or correct it.",
		r.ID, place(first.block.Locate("access_rights", wholeAttribute)))
	return false
}
