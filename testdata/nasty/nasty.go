// Package nasty has what a stranger may write into a file so that somebody who reads a report of it, or a program that does,
// comes to harm. The tests of everything that writes for somebody else share it.
package nasty

import (
	"slices"
	"strings"
)

// Texts are all of them. No two are the same, and one is empty.
func Texts() []string {
	return slices.Concat(terminal(), unicode(), broken(), pipelines(), markdown(), markup(), spreadsheets(), sarif(), shells(), files())
}

// terminal moves the cursor, changes colours and titles, or ends the line.
func terminal() []string {
	return []string{
		"", " ", "\x00", "nul\x00inside", "\x1b[31mred\x1b[0m", "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07", "\x1b]0;title\x07", "\x1bP1$q\x1b\\",
		"\x1b[2J\x1b[Hcleared", "\x1b[1Aone line up", "\u009b31m", "\u0085next line", "a\nb", "a\r\nb", "overwritten\rnew", "\n\n\n", "tab\there",
		"\x08\x08\x08back", "\x7f", "bell\a", "\x0bvertical\x0cfeed", "x\nfake.hcl:1:1: error: injected",
	}
}

// unicode hides, reverses and combines.
func unicode() []string {
	return []string{
		"\u202egnp.exe", "\u2066isolated\u2069", "\u061carabic", "\u200bzero width", "\u200d", "\ufeffmark", "\u2028line", "\u2029paragraph", "\u00adsoft", "\U000e0041tag",
		"e\u0301 combining", strings.Repeat("\u0301", 50), "👩‍👩‍👧 family", "日本語", "\u00a0", "\u3164", "\uffff", "\ufffe", "\U0010ffff", "\ufffd", "ＡＤＭＩＮ", "аmy", "İ",
	}
}

// broken is no text at all.
func broken() []string {
	return []string{"\xff\xfe broken", "half \xc3", "\xed\xa0\x80 surrogate", "\xc0\xaf overlong", "\xf4\x90\x80\x80 beyond"}
}

// pipelines give commands to whoever runs the check: GitHub Actions, Azure Pipelines, TeamCity.
func pipelines() []string {
	return []string{
		"::error file=x::injected", "\u00a0::error::no-break", "\u2003\u3000::error::wide", "\u1680\u202f::add-mask::narrow", strings.Repeat("n", 70) + " ::error::wrapped",
		"::set-output name=x::y", "::add-mask::a", "::stop-commands::x", " ::warning::indented", "\t::warning::tab", "x\n::warning::second line",
		"x%0A::warning::decoded", "%0D%0A::set-output name=x::y", "%250A", "a:b,c=d::e", ":", "::", "::error", "##[command]x", "##[group]x", "x ##[error]y", "##vso[task.complete result=Succeeded]",
		"x##vso[task.setvariable variable=x]y", "];type=error]x", "%5D%3B%AZP25", "##", "##teamcity[buildStatus]", "%SRCROOT%", "${{ secrets.TOKEN }}",
	}
}

// markdown links, mentions, embeds and formats.
func markdown() []string {
	return []string{
		"[text](1) [x](javascript:alert)", `CONTOSO\[x](http://evil.example)`, "![x](https://evil.example/x.png)", "[x]: https://evil.example", "<https://evil.example>", "https://evil.example", "www.evil.example",
		"@octocat", "@contoso/team", "amy@contoso.com @x", "#1", "GH-1", "!1", "0123456789abcdef", "`code` ``", "```\nfence", "~~~", "*a* _b_ ~~c~~", "| cell |", `a \| b`, "# heading", "> quote", "- item", "1. one",
		"---", "===", "    code", "&lt;b&gt; &#60;", ":tada:", "$x$", "[^1]", "- [x] done", "<!-- comment", "<details>", "a  \nb",
	}
}

// markup ends elements, attributes, scripts and sections of HTML and XML.
func markup() []string {
	return []string{
		`quote " backslash \ slash /`, "'single'", "</script><!--", "<script>alert(1)</script>", "<b>&amp;", `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `" style="x:expression(1)`,
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "https://evil.example/\"><b>", "https://user@evil.example/", "//evil.example", "]]>", "<![CDATA[x]]>", "--><b>",
		`<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>`, "&y;", "<?xml?>", "\u2028</script>", "</title>", "</style>", "{{.Tool}}", "__proto__", "constructor",
	}
}

// spreadsheets calculate.
func spreadsheets() []string {
	return []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "=cmd|' /C calc'!A0", `=HYPERLINK("https://evil.example";"x")`, `x;=HYPERLINK("https://evil.example")`, `a";=1+1;"b`, "a,=1+1", "a\n=1+1", "sep=;", "'=1", " =1", `"=1"`,
	}
}

// sarif has places and links in its messages.
func sarif() []string {
	return []string{"{0} {delegate} {{", "}}", "[x](0)", "](", `\[x\](1)`, "[[x](1)](2)", "{0}{1}"}
}

// shells end quotations and run what follows. PowerShell takes typographic quotes for quotes.
func shells() []string {
	return []string{
		"$(Remove-Mailbox)", "`n", "'; Remove-Mailbox *; '", "’; Remove-Mailbox *; ‘", "‚; Remove-Mailbox *; ‛", "'’; Remove-Mailbox *", "“; Remove-Mailbox *; ”", `"; Remove-Mailbox *; "`, "''", "’’’", "'", "‘", "‚", "‛", "„",
		"x'\n; Remove-Mailbox *\n'", "x\x00'; Remove-Mailbox *", "@'\nhere\n'@", "${env:USERNAME}", "--%", "-Confirm:$false", "; rm -rf /", "| Out-File x", "& calc", "# comment", "<# comment #>", "O'Brien", "$_", "%PATH%", "`",
	}
}

// files leave their folder, are no files, or are long.
func files() []string {
	return []string{
		"C:\\Users\\x", "../../etc/passwd", "/etc/passwd", "..", ".", "-", "--help", "a:b", "a b#c?d%e", "%2e%2e%2f", "file:///etc/passwd", "con", "a/b\\c", "x.hcl:1:1", "~", "*", strings.Repeat("x", 5_000), strings.Repeat("’", 500), "%s %d %!",
	}
}
