package exports

import (
	"regexp"
	"strconv"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// isSize tells statistics of mailboxes from those of folders.
func isSize(r *rows.Row) bool { return !r.Has("foldertype", "folderpath") && r.Has("totalitemsize") }

// bytesOf reads "1.5 GB (1,610,612,736 bytes)", in any culture; and a plain number of bytes.
var bytesOf = regexp.MustCompile(`\(([\d.,’'\s\x{00a0}\x{202f}]+)\s*\pL+\)|^(\d+)$`)

// readMailboxStatistics reads how large a mailbox is. What is in its archive is not in it.
func readMailboxStatistics(r *reading, row *rows.Row) {
	if r.truth(row, "isarchivemailbox", "isarchive") == model.True {
		r.ignore(r.row, nothingSaid)
		return
	}
	mailbox := row.Text("mailbox", "primarysmtpaddress", "userprincipalname", "mailboxguid", "exchangeguid", "identity", "displayname")
	if mailbox == "" {
		r.lose(r.row, noMailboxColumn, "the size of a mailbox")
		return
	}
	var size mailboxSize
	if text := row.Text("totalitemsize"); text != "" {
		m := bytesOf.FindStringSubmatch(text)
		if m == nil {
			r.wrongWord(row, "totalitemsize", text)
			return
		}
		size.bytes, _ = strconv.ParseInt(onlyDigits(m[1]+m[2]), 10, 64)
	}
	if text := row.Text("itemcount"); text != "" {
		items, err := strconv.ParseInt(onlyDigits(text), 10, 64)
		if err != nil {
			r.wrongWord(row, "itemcount", text)
			return
		}
		size.items = items
	}
	// One that is larger than any mailbox would not load.
	const most = 1 << 50
	size.bytes, size.items = min(size.bytes, most), min(size.items, most)
	r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, recipient: identity{name: r.name(mailbox)}, size: &size})
}

// onlyDigits are those of a number that has something between its thousands.
func onlyDigits(text string) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, text)
}
