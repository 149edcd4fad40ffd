package exports

import (
	"strings"

	"hybridlint/loader/exports/rows"
)

// readMove reads Get-MoveRequestStatistics: when a mailbox has come from another organization. Get-MigrationUser does not
// say it, and when a mailbox was made or changed says nothing about moves.
func readMove(r *reading, row *rows.Row) {
	mailbox := row.Text("exchangeguid", "distinguishedname", "mailboxidentity", "alias", "displayname")
	flags := rows.Plain(row.Text("flags", "requeststyle"))
	status := rows.Plain(row.Text("status", "statusdetail"))
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
	when, known := timeOf(text)
	if !known {
		r.lose(r.row, wrongValue, "CompletionTimestamp "+text+" of the move of "+mailbox)
		return
	}
	column := dateColumn{r.file, "completiontimestamp"}
	r.noteOrder(column, when)
	r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, recipient: identity{name: r.name(mailbox)}, moved: &when, intoThis: into})
}

// movesInto tells a move to the side of the export from one away from it.
func movesInto(row *rows.Row, flags string) (into, known bool) {
	switch rows.Plain(row.Text("workloadtype")) {
	case "onboarding":
		return true, true
	case "offboarding":
		return false, true
	}
	direction := rows.Plain(row.Text("direction"))
	pull, push := direction == "pull" || strings.Contains(flags, "pull"), direction == "push" || strings.Contains(flags, "push")
	return pull, pull != push
}
