package loader

import "hybridlint/loader/model"

// defaultCalendar is an entry for Default on the calendar of a mailbox.
type defaultCalendar struct {
	rights model.Set[model.FolderRight]
	block  model.Block
}

func (c *defaultCalendar) agrees(rights model.Set[model.FolderRight]) bool {
	level := model.CalendarLevel(rights)
	return c.rights == rights || level != 0 && level == model.CalendarLevel(c.rights)
}

// checkDefaultCalendar: what everybody may do on a calendar is declared once, or alike. Not ok means that an error was reported.
func (l *linker) checkDefaultCalendar(g *grantDraft, t *model.Trustee) bool {
	if g.Permission != model.Folder || t.Text != model.DefaultPrincipal || g.Folder.Calendar() != model.True || g.Recipient == model.NoRecipient {
		return true
	}
	r := l.model.Recipients[g.Recipient]
	at := g.Locate("access_rights", model.WholeAttribute)
	if declared := r.CalendarDefaultPermission; declared != 0 && declared != model.CalendarLevel(g.Folder.AccessRights) {
		l.problem(at, "Contradiction", "The rights of Default on the calendar of %q are declared as %s at %s. Remove one of the two, or correct it.",
			r.ID, model.Word(declared), place(r.Locate("calendar_default_permission", model.WholeAttribute)))
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
		r.ID, place(first.block.Locate("access_rights", model.WholeAttribute)))
	return false
}
