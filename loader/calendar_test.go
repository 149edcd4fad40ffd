package loader_test

import (
	"fmt"
	"testing"

	"hybridlint/loader/model"
)

// TestCalendar: declared types decide, then paths, names in any language, and flags that only calendars have.
func TestCalendar(t *testing.T) {
	tests := []struct {
		folder, more string
		want         model.Bool
	}{
		{"Calendar", "", model.True},
		{`\\calendar`, "", model.True},
		{"/Kalender/", "", model.True},
		{"КАЛЕНДАРЬ", "", model.True},
		{"日历", "", model.True},
		{"Calenda\u0301rio", "", model.True}, // not in form C
		{"Calendar", `folder_type = "Inbox"`, model.False},
		{"Termine", `folder_type = "calendar"`, model.True},
		{`Calendar\\Team`, "", model.False},
		{"Calendar/Team", `sharing_permission_flags = ["Delegate"]`, model.False},
		{`Calendar\\Team`, `folder_type = "Calendar"`, model.True},
		{"INBOX", `sharing_permission_flags = ["Delegate"]`, model.False},
		{"Junk E-mail", "", model.False},
		{`\\`, "", model.False},
		{"Termine", "", model.Undeclared},
		{"Posteingang", "", model.Undeclared},
		{"Termine", `sharing_permission_flags = ["None"]`, model.Undeclared},
		{"Termine", `sharing_permission_flags = ["Delegate"]`, model.True},
		{"Termine", `sharing_permission_flags = ["CanViewPrivateItems"]`, model.True},
	}
	for _, test := range tests {
		config := mustLoad(t, fmt.Sprintf(`
grant "folder" {
  recipient     = "sales"
  delegate      = "amy@contoso.com"
  folder        = "%s"
  access_rights = ["Editor"]
  %s
}`, test.folder, test.more))
		if got := config.Grants.At(0).Folder.Calendar(); got != test.want {
			t.Errorf("%s %s: %v, want %v", test.folder, test.more, got, test.want)
		}
	}
}

// TestDefaultCalendar: what Default may do on a calendar is declared once, or alike.
func TestDefaultCalendar(t *testing.T) {
	grant := func(recipient, delegate, folder, rights string) string {
		return fmt.Sprintf("grant \"folder\" {\n  recipient = %q\n  delegate = %q\n  folder = %q\n  access_rights = [%s]\n}\n", recipient, delegate, folder, rights)
	}
	const attribute = `
room_mailbox "room" {
  home                        = "corp"
  calendar_default_permission = "Contributor"
}
`
	tests := []struct {
		name, text string
		want       []string
	}{
		{"alone", grant("sales", "Default", "Calendar", `"LimitedDetails"`), nil},
		{"twice", grant("sales", "Default", "Calendar", `"Editor"`) + grant("sales@contoso.com", "default", "Kalender", `"Editor"`), nil},
		{"the level in other words", attribute + grant("room", "Default", "Calendar", `"CreateItems", "FolderVisible"`), nil},
		{"another folder", attribute + grant("room", "Default", "Inbox", `"Reviewer"`), nil},
		{"a folder that nobody knows", attribute + grant("room", "Default", "Termine", `"Reviewer"`), nil},
		{"somebody else", attribute + grant("room", "Anonymous", "Calendar", `"Reviewer"`) + grant("room", "amy@contoso.com", "Calendar", `"Reviewer"`), nil},
		{"against the attribute", attribute + grant("room", "Default", "Calendar", `"Reviewer"`),
			[]string{`a.hcl:10:19-31 Contradiction: The rights of Default on the calendar of "room" are declared as Contributor at a.hcl:4`}},
		{"no level", attribute + grant("room", "Default", "Calendar", `"FolderVisible"`), []string{"a.hcl:10:19-36 Contradiction: The rights of Default"}},
		{"against each other", grant("sales", "Default", "Calendar", `"Reviewer"`) + grant("sales", "Default", "Kalender", `"Editor"`),
			[]string{`a.hcl:11:19-29 Contradiction: Other rights of Default on the calendar of "sales" are declared at a.hcl:5`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := load(t, map[string]string{"a.hcl": test.text, "b.hcl": organization})
			expectProblems(t, problems, test.want...)
		})
	}
}

func TestCalendarLevel(t *testing.T) {
	tests := []struct {
		rights model.Set[model.FolderRight]
		want   string
	}{
		{model.SetOf(rightNamed(t, "None")), "None"},
		{model.SetOf(rightNamed(t, "Owner")), "Owner"},
		{model.SetOf(rightNamed(t, "CreateItems"), rightNamed(t, "FolderVisible")), "Contributor"},
		{model.SetOf(rightNamed(t, "CreateItems")), ""},
		{model.SetOf(rightNamed(t, "Reviewer"), rightNamed(t, "FolderVisible")), ""},
		{model.SetOf[model.FolderRight](), ""},
	}
	for _, test := range tests {
		if got := model.Word(model.CalendarLevel(test.rights)); got != test.want {
			t.Errorf("%v: %q, want %q", test.rights.Values(), got, test.want)
		}
	}
}

func rightNamed(t *testing.T, word string) model.FolderRight {
	t.Helper()
	for i, known := range model.FolderRight(0).Words() {
		if known == word {
			return model.FolderRight(i)
		}
	}
	t.Fatalf("there is no right %s", word)
	return 0
}
