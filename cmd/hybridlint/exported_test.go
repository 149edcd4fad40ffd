package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// crossPremises are exports of all formats and of two encodings with a finding in each file about permissions.
func crossPremises() map[string]string {
	return map[string]string{
		"e/corp.csv": "\"PrimarySmtpAddress\",\"Alias\",\"RecipientTypeDetails\",\"DistinguishedName\"\r\n" +
			"\"sales@contoso.com\",\"sales\",\"SharedMailbox\",\"CN=sales,OU=P,DC=contoso,DC=com\"\r\n" +
			"\"amy@contoso.com\",\"amy\",\"RemoteUserMailbox\",\"CN=amy,OU=P,DC=contoso,DC=com\"\r\n" +
			"\"bob@contoso.com\",\"bob\",\"UserMailbox\",\"CN=bob,OU=P,DC=contoso,DC=com\"\r\n",
		"e/ad.json":     `[{"Identity":"sales","User":"CONTOSO\\bob","ExtendedRights":["Send-As"]},{"Identity":"sales","User":"CONTOSO\\amy","ExtendedRights":["Send-As"]}]`,
		"e/mailbox.csv": "\xFF\xFE" + wide("Identity,User,AccessRights,Deny\r\nsales,NT-AUTORITÄT\\SELBST,FullAccess,False\r\nsales,CONTOSO\\amy,FullAccess,False\r\n"),
		"e/folder.xml": "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n  <Obj RefId=\"0\">\n    <MS>\n" +
			"      <S N=\"Identity\">bob@contoso.com:\\Calendar</S>\n      <S N=\"FolderName\">Calendar</S>\n      <S N=\"User\">amy</S>\n      <S N=\"AccessRights\">Editor</S>\n" +
			"    </MS>\n  </Obj>\n</Objs>",
		"e/batch.csv":   "Identity,Status,BatchDirection\nwave,Synced,Onboarding\n",
		"e/members.csv": "Identity,BatchId\nsales@contoso.com,wave\n",
		"e/sendas.csv":  "Identity,Trustee,AccessRights,AccessControlType\nsales,NT AUTHORITY\\SELF,SendAs,Allow\n",
	}
}

func wide(text string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return string(b)
}

// TestFindingsAreInExports: what is found in exports is located in the row that says it, in every format of reports, and the text
// shows that row.
func TestFindingsAreInExports(t *testing.T) {
	where := folder(t, crossPremises())
	run := func(format string) outcome {
		return runInFolder(t, newLinter(), where, "check", "--from", "e", "--side", "corp", "--format", format)
	}
	var got []string
	var checked struct {
		Findings []struct {
			Rule     string
			Location struct {
				File       string
				Start, End struct{ Line, Column int }
			}
			Related []struct{ Location struct{ File string } }
		}
	}
	if err := json.Unmarshal([]byte(run("json").stdout), &checked); err != nil {
		t.Fatal(err)
	}
	for _, f := range checked.Findings {
		l := f.Location
		got = append(got, fmt.Sprintf("%s %s:%d:%d-%d:%d", f.Rule, l.File, l.Start.Line, l.Start.Column, l.End.Line, l.End.Column))
		for _, r := range f.Related {
			if filepath.Dir(r.Location.File) != "e" {
				t.Errorf("%s is related to %s", f.Rule, r.Location.File)
			}
		}
	}
	want := []string{
		"HYB301 e/ad.json:1:74-1:145",
		"HYB302 e/ad.json:1:74-1:145",
		"HYB501 e/folder.xml:2:3-9:9",
		"HYB206 e/mailbox.csv:3:1-3:35",
		"HYB704 e/members.csv:2:1-2:23",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for format, wants := range map[string][]string{
		"text":       {"e/mailbox.csv:3:1: ", "   3 | sales,CONTOSO\\amy,FullAccess,False\n     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n", "e/corp.csv:3:1: amy@contoso.com is declared here", "in 7 files"},
		"sarif":      {`"uri":"e/mailbox.csv"`, `"startLine":3`},
		"github":     {"file=e/mailbox.csv,line=3,"},
		"gitlab":     {`"path": "e/mailbox.csv"`},
		"csv":        {"e/mailbox.csv"},
		"junit":      {"e/mailbox.csv"},
		"checkstyle": {`<file name="e/mailbox.csv">`},
		"azure":      {"sourcepath=e/members.csv;linenumber=2"},
		"html":       {"e/mailbox.csv"},
		"markdown":   {"e/mailbox.csv"},
	} {
		out := run(format)
		for _, w := range wants {
			if squeezed := strings.ReplaceAll(out.stdout, `": "`, `":"`); !strings.Contains(out.stdout, w) && !strings.Contains(squeezed, strings.ReplaceAll(w, `": "`, `":"`)) {
				t.Errorf("%s: %q is not in %s%.3000s", format, w, out.stderr, out.stdout)
			}
		}
		if strings.Contains(out.stdout, "exports:") {
			t.Errorf("%s names a file that is nowhere", format)
		}
	}
}

// TestSARIFOfExports: every region lies in a file that is there, and says the text of its row.
func TestSARIFOfExports(t *testing.T) {
	where := folder(t, crossPremises())
	var log struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct {
							StartLine, StartColumn, EndLine, EndColumn int
							Snippet                                    struct{ Text string }
						}
					}
				}
			}
		}
	}
	out := runInFolder(t, newLinter(), where, "check", "--from", "e", "--side", "corp", "--format", "sarif")
	if err := json.Unmarshal([]byte(out.stdout), &log); err != nil {
		t.Fatal(err)
	}
	var snippets []string
	for _, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation
		if at.Region.StartLine < 1 || at.Region.EndLine < at.Region.StartLine || at.Region.EndLine == at.Region.StartLine && at.Region.EndColumn <= at.Region.StartColumn {
			t.Errorf("%+v", at)
		}
		snippets = append(snippets, at.ArtifactLocation.URI+": "+at.Region.Snippet.Text)
	}
	for _, want := range []string{`e/mailbox.csv: sales,CONTOSO\amy,FullAccess,False`, `e/ad.json: {"Identity":"sales","User":"CONTOSO\\amy","ExtendedRights":["Send-As"]}`} {
		if !slices.Contains(snippets, want) {
			t.Errorf("%q is not among %q", want, snippets)
		}
	}
}

// TestExportsBesideFiles: a configuration may stand beside exports. What both declare is an error that names both places, and a
// folder called imported is not mixed up with what was imported.
func TestExportsBesideFiles(t *testing.T) {
	files := crossPremises()
	files["imported/recipients.hcl"] = "# a comment\nuser_mailbox \"Amy@contoso.com\" {\n  home = \"cloud\"\n}\n"
	out := runIn(t, newLinter(), files, "check", "imported", "--from", "e", "--side", "corp")
	for _, want := range []string{"imported/recipients.hcl:2:1: error: Duplicate label", "e/corp.csv:3:1", "   2 | user_mailbox \"Amy@contoso.com\" {"} {
		if !strings.Contains(out.stdout, want) {
			t.Errorf("%q is not in %s", want, out.stdout)
		}
	}
	if out.status != ExitIncomplete || strings.Contains(out.stderr, "changed") {
		t.Errorf("%+v", out)
	}
}
