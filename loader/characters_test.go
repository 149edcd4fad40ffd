package loader_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"hybridlint/loader"
)

// TestHiddenCharacters: what an editor does not show stands nowhere in a file, and costs the block in which it stands.
func TestHiddenCharacters(t *testing.T) {
	const block = "user_mailbox \"x\" { home = \"corp\" } # a comment %s of this block\n"
	for _, c := range []string{
		"\x00", "\x01", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\r", "\r\r\n#", "\u0080", "\u0085", "\u009f",
		"\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
	} {
		code := fmt.Sprintf("U+%04X", []rune(c)[0])
		want := fmt.Sprintf("a.hcl:1:48-49 Hidden character: %s", code)
		for _, slow := range []bool{false, true} {
			dir := folder(t, map[string]string{"a.hcl": fmt.Sprintf(block, c), "b.hcl": organization})
			model, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir, NoFastReader: slow})
			expectProblems(t, problems, want)
			if len(model.Recipients) != 3 {
				t.Errorf("%q: %d recipients", c, len(model.Recipients))
			}
		}
	}
	for _, c := range []string{"\t", "\r\n#", "é", "\u061c", "\u200b", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00a0", "\u00ad", "👩\u200d💻", "\u202f"} {
		for _, text := range []string{fmt.Sprintf(block, c), "/* " + c + " */", fmt.Sprintf("user_mailbox \"x\" {\n  home = \"corp\"\n  display_name = \"a%sb\"\n}", strings.Trim(c, "\r\n#"))} {
			_, problems := loadText(t, text)
			expectProblems(t, problems)
		}
	}
}

// TestHiddenCharactersEverywhere: in values, in blocks that name locals and in locals themselves; what is named in such a block is no
// second error.
func TestHiddenCharactersEverywhere(t *testing.T) {
	_, problems := loadText(t, "locals {\n  # \u202e\n  home = \"corp\"\n}\n"+
		"user_mailbox \"x\" { home = local.home }\n"+
		"user_mailbox \"y\" {\n  home = \"corp\" # \u2066\n  name = local.home // \u2069\n}\n"+
		"bulk_change \"b\" {\n  recipients = [\"x\", \"y\"]\n  permission = \"send_as\"\n}\n")
	expectProblems(t, problems, "a.hcl:2:5-6 Hidden character: U+202E", "a.hcl:7:19-20 Hidden character: U+2066 | 1 more")
}

// TestTexts: computed texts have no hidden characters either, and names none that makes them look like others.
func TestTexts(t *testing.T) {
	long := strings.Repeat("x", 513)
	tests := []struct{ name, text, want string }{
		{"a text", `user_mailbox "x" {
  home         = "corp"
  display_name = "a\u202eb"
}`, "3:18-28 Hidden character: U+202E"},
		{"a text with lines", "user_mailbox \"x\" {\n  home         = \"corp\"\n  display_name = \"a\\tb\\r\\nc\\n\"\n}", ""},
		{"a return", "user_mailbox \"x\" {\n  home         = \"corp\"\n  display_name = \"a\\rb\"\n}", "3:18-24 Hidden character: U+000D"},
		{"a joiner in a text", "user_mailbox \"x\" {\n  home         = \"corp\"\n  display_name = \"a\\u200db\"\n}", ""},
		{"a label", `user_mailbox "amy\u200b" { home = "corp" }`, "1:14-25 Hidden character: U+200B"},
		{"a tag in a label", "user_mailbox \"amy\U000e0041\" { home = \"corp\" }", "1:14-20 Hidden character: U+E0041"},
		{"a label with a blank", `user_mailbox "amy " { home = "corp" }`, "1:14-20 Hidden character: ends with a blank, U+0020"},
		{"a label with a blank of no width", "user_mailbox \"\u00a0amy\" { home = \"corp\" }", "1:14-20 Hidden character: begins with a blank, U+00A0"},
		{"a forest", "forest \"x\\u00ad\" {}", "1:8-17 Hidden character: U+00AD"},
		{"an address", `user_mailbox "x" {
  home            = "corp"
  email_addresses = ["smtp:x@contoso.com", "smtp: y@contoso.com"]
}`, "3:44-65 Hidden character: begins with a blank"},
		{"a reference", "bulk_change \"b\" {\n  recipients = [\"sales\", \"sales\\u200b\"]\n  permission = \"send_as\"\n}", "2:26-39 Hidden character: U+200B"},
		{"somebody who is not declared", "security_group \"g\" {\n  home    = \"corp\"\n  members = [\"lou\\u200b\"]\n}", "3:14-25 Hidden character: U+200B"},
		{"the label without it", "user_mailbox \"amy \" { home = \"corp\" }\nbulk_change \"b\" {\n  recipients = [\"amy\"]\n  permission = \"send_as\"\n}",
			"1:14-20 Hidden character: blank"},
		{"a key", `outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com"
  folder_access_rights = { "a\u0000" = "Editor" }
}`, "4:28-48 Hidden character: U+0000"},
		{"a long label", fmt.Sprintf("user_mailbox %q { home = \"corp\" }", long), "1:14-529 Text too long: 512"},
		{"a long reference", fmt.Sprintf("locals { x = %q }\nbulk_change \"b\" {\n  recipients = [local.x]\n  permission = \"send_as\"\n}", long), "3:17-24 Text too long: 512"},
		{"a long text", fmt.Sprintf("user_mailbox \"x\" {\n  home = \"corp\"\n  name = %q\n}", strings.Repeat("ä", 2049)), "3:10-2061 Text too long: 2048"},
		{"no long text", fmt.Sprintf("user_mailbox \"x\" {\n  home = \"corp\"\n  name = %q\n}", strings.Repeat("ä", 2048)), ""},
		{"a reason that nobody sees", "exception \"HYB301\" { rationale = \"\u200b \u2800\u3164\" }", "1:34-40 Empty text: rationale"},
		{"a reason in any writing", "exception \"HYB301\" { rationale = \"承認済み\" }", ""},
		{"a comment's reason that nobody sees", "# hybridlint:ignore HYB301 -- \u2060\u200b\nuser_mailbox \"x\" { home = \"corp\" }", "1:1-33 Comment without a reason: why"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := loadText(t, test.text)
			if test.want == "" {
				expectProblems(t, problems)
			} else {
				expectProblems(t, problems, "a.hcl:"+test.want)
			}
		})
	}
}
