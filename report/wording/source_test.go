package wording

import (
	"testing"

	"hybridlint/report"
)

func TestPages(t *testing.T) {
	at := report.Location{File: "grants/a b#.hcl", Start: report.Position{Line: 7, Column: 2}}
	for _, test := range []struct {
		checkout report.Checkout
		file     string
		want     string
	}{
		{report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Folder: "."}, "", "https://github.com/contoso/mail/blob/0123abcd/grants/a%20b%23.hcl#L7"},
		{report.Checkout{URI: "https://github.com/contoso/mail.git", Revision: "0123abcd", Folder: "exchange/prod"}, "", "https://github.com/contoso/mail/blob/0123abcd/exchange/prod/grants/a%20b%23.hcl#L7"},
		{report.Checkout{URI: "https://gitlab.contoso.com/it/mail", Revision: "0123abcd", Folder: "."}, "", "https://gitlab.contoso.com/it/mail/-/blob/0123abcd/grants/a%20b%23.hcl#L7"},
		{report.Checkout{URI: "https://dev.azure.com/contoso/it/_git/mail", Revision: "0123abcd", Folder: "."}, "", "https://dev.azure.com/contoso/it/_git/mail?path=/grants/a%20b%23.hcl&version=GC0123abcd&line=7"},
		{report.Checkout{URI: "https://github.com/contoso/mail", Folder: "."}, "", ""},
		{report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd"}, "", ""},
		{report.Checkout{URI: "ssh://github.com/contoso/mail", Revision: "0123abcd", Folder: "."}, "", ""},
		{report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Folder: "."}, "../other.hcl", ""},
		{report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Folder: "."}, "/etc/other.hcl", ""},
		{report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Folder: "."}, "-", ""},
		{report.Checkout{}, "", ""},
	} {
		l := at
		if test.file != "" {
			l.File = test.file
		}
		if got := PagesOf(test.checkout).Page(l); got != test.want {
			t.Errorf("%+v, %s: %s, want %s", test.checkout, l.File, got, test.want)
		}
	}
}
