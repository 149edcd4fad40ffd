package exports

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"hybridlint/loader"
)

// readMove reads Get-MoveRequestStatistics: when a mailbox has come from another organization. Get-MigrationUser does not
// say it, and when a mailbox was made or changed says nothing about moves.
func readMove(r *reading, row *Row) {
	mailbox := row.Text("exchangeguid", "distinguishedname", "mailboxidentity", "alias", "displayname")
	flags := plain(row.Text("flags", "requeststyle"))
	status := plain(row.Text("status", "statusdetail"))
	switch {
	case !strings.HasPrefix(status, "completed"):
		r.ignore(r.row, "is a move that is not completed")
		return
	case flags != "" && !strings.Contains(flags, "crossorg"):
		r.ignore(r.row, "is a move within one side")
		return
	}
	into, known := movesInto(row, flags)
	if !known {
		r.ignore(r.row, "does not say where the mailbox was moved to")
		return
	}
	text := row.Text("completiontimestamp")
	day, sure := dayOf(text)
	switch {
	case day == 0:
		r.lose(r.row, wrongValue, "CompletionTimestamp "+text+" of the move of "+mailbox)
	case !sure:
		r.lose(r.row, "the date may be day and month or month and day; export it as yyyy-MM-dd", "CompletionTimestamp "+text+" of the move of "+mailbox)
	default:
		r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, recipient: identity{name: r.name(mailbox)}, movedOn: day, intoThis: into})
	}
}

// movesInto tells a move to the side of the export from one away from it.
func movesInto(row *Row, flags string) (into, known bool) {
	switch plain(row.Text("workloadtype")) {
	case "onboarding":
		return true, true
	case "offboarding":
		return false, true
	}
	direction := plain(row.Text("direction"))
	pull, push := direction == "pull" || strings.Contains(flags, "pull"), direction == "push" || strings.Contains(flags, "push")
	return pull, pull != push
}

var (
	ticks   = regexp.MustCompile(`^/Date\((-?\d{1,14})(?:[+-]\d{4})?\)/$`)
	isoDay  = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)`)
	dotted  = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: |$)`)
	slashed = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})(?: |$)`)
)

// dayOf reads a date as PowerShell writes it, in the culture of whoever exported it; 0 where it is none. It is not sure where
// day and month could be the other way round.
func dayOf(text string) (day loader.Date, sure bool) {
	number := func(digits string) int { n, _ := strconv.Atoi(digits); return n }
	if m := ticks.FindStringSubmatch(text); m != nil {
		milliseconds, _ := strconv.ParseInt(m[1], 10, 64)
		t := time.UnixMilli(milliseconds).UTC()
		return dateOf(t.Year(), int(t.Month()), t.Day()), true
	}
	if m := isoDay.FindStringSubmatch(text); m != nil {
		return dateOf(number(m[1]), number(m[2]), number(m[3])), true
	}
	if m := dotted.FindStringSubmatch(text); m != nil { // only day first is written with dots
		return dateOf(number(m[3]), number(m[2]), number(m[1])), true
	}
	m := slashed.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	first, second, year := number(m[1]), number(m[2]), number(m[3])
	switch {
	case first == second, second > 12:
		return dateOf(year, first, second), true
	case first > 12:
		return dateOf(year, second, first), true
	default:
		return dateOf(year, first, second), false
	}
}

// dateOf is a day as the model has it; 0 for one that is in no calendar.
func dateOf(year, month, day int) loader.Date {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day || year < 1990 || year > 9999 {
		return 0
	}
	return loader.Date(year*10_000 + month*100 + day)
}
