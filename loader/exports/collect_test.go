package exports

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// There is no PowerShell to run the collector with. What can be had without: its quotes and brackets close, it calls
// nothing but what reads, and the importer knows every file that it writes.

func collector(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("collect.ps1")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// codeOf is a script of PowerShell without its comments and with empty texts; a text with an expression in it keeps that.
func codeOf(script string) (code string, err error) {
	var out strings.Builder
	var open []byte
	line := 1
	for i := 0; i < len(script); i++ {
		c := script[i]
		rest := script[i:]
		switch {
		case c == '\n':
			line++
			out.WriteByte(c)
		case strings.HasPrefix(rest, "<#"):
			end := strings.Index(rest, "#>")
			if end < 0 {
				return "", fmt.Errorf("line %d: a comment is never closed", line)
			}
			line += strings.Count(rest[:end], "\n")
			i += end + 1
		case c == '#':
			i += strings.IndexByte(rest+"\n", '\n') - 1
		case c == '\'' || c == '"':
			end := strings.IndexByte(rest[1:], c)
			if end < 0 || strings.Contains(rest[1:end+1], "\n") {
				return "", fmt.Errorf("line %d: a text is never closed", line)
			}
			if c == '"' && strings.Contains(rest[:end+1], "$") {
				out.WriteString(rest[1 : end+1])
			}
			i += end + 1
		default:
			if at := strings.IndexByte("({[", c); at >= 0 {
				open = append(open, ")}]"[at])
			}
			if strings.IndexByte(")}]", c) >= 0 {
				if len(open) == 0 || open[len(open)-1] != c {
					return "", fmt.Errorf("line %d: %c closes nothing", line, c)
				}
				open = open[:len(open)-1]
			}
			out.WriteByte(c)
		}
	}
	if len(open) > 0 {
		return "", fmt.Errorf("%q is missing at the end", open)
	}
	return out.String(), nil
}

func TestCollectorCloses(t *testing.T) {
	if _, err := codeOf(collector(t)); err != nil {
		t.Error(err)
	}
	for _, broken := range []string{"if (1) {", "'a", "\"a\n\"", "{ ( }", "<# a", ")"} {
		if _, err := codeOf(broken); err == nil {
			t.Errorf("%q passes", broken)
		}
	}
}

var verbNoun = regexp.MustCompile(`(?i)(?:^|[^-$\w.])([a-z]+-[a-z]\w*)`)

// strangers are the commands of a script that may not be in it.
func strangers(code string) []string {
	allowed := []string{"select-object", "where-object", "foreach-object", "export-csv", "import-csv", "new-item", "move-item", "join-path", "test-path", "write-host", "save-rows"}
	var out []string
	for _, m := range verbNoun.FindAllStringSubmatch(code, -1) {
		if name := strings.ToLower(m[1]); !strings.HasPrefix(name, "get-") && !slices.Contains(allowed, name) {
			out = append(out, m[1])
		}
	}
	for _, word := range []string{"Invoke-", "iex ", "Add-Type", "[System.IO", "::", "Start-", "|%", "sc ", "-Confirm", "Remove", "Set-"} {
		if strings.Contains(code, word) {
			out = append(out, word)
		}
	}
	return out
}

func TestCollectorOnlyReads(t *testing.T) {
	code, err := codeOf(collector(t))
	if err != nil {
		t.Fatal(err)
	}
	if found := strangers(code); len(found) > 0 {
		t.Errorf("the collector calls %q", found)
	}
	for _, bad := range []string{"Set-Mailbox amy", "{Remove-Mailbox x}", "Get-Mailbox | Disable-Mailbox", "[System.IO.File]::Delete(1)"} {
		if len(strangers(bad)) == 0 {
			t.Errorf("%q passes", bad)
		}
	}
	for _, m := range regexp.MustCompile(`(?:New-Item|Export-Csv|Move-Item)[^\n]*`).FindAllString(code, -1) {
		if !strings.Contains(m, "$file") && !strings.Contains(m, "$OutputFolder") {
			t.Errorf("%q writes elsewhere", m)
		}
	}
}

var (
	saveRows = regexp.MustCompile(`Save-Rows '(\w+)' ([^{]*)\{`)
	variable = regexp.MustCompile(`(?s)\$(who|lists) = (@\(.*?\))`)
	word     = regexp.MustCompile(`'(\w+)'`)
)

// TestCollectorWritesWhatIsKnown: the importer knows every file of the collector as the cmdlet that it comes from.
func TestCollectorWritesWhatIsKnown(t *testing.T) {
	script := collector(t)
	variables := map[string]string{}
	for _, v := range variable.FindAllStringSubmatch(script, -1) {
		variables["$"+v[1]] = v[2]
	}
	files := saveRows.FindAllStringSubmatch(script, -1)
	if len(files) < 20 || len(variables) != 2 {
		t.Fatalf("%d files, %d lists of columns", len(files), len(variables))
	}
	for _, f := range files {
		columns := f[2]
		for name, value := range variables {
			columns = strings.ReplaceAll(columns, name, value)
		}
		names, values := []string{"HybridlintSide"}, []Value{{Text: "corp"}}
		for _, w := range word.FindAllStringSubmatch(columns, -1) {
			names, values = append(names, w[1]), append(values, Value{Text: "Microsoft.x"})
		}
		row := &Row{table: newTable(names), values: values}
		kind := newKnown().of(row)
		if kind == nil {
			t.Errorf("%s: nobody knows %s", f[1], columnsSeen(row))
			continue
		}
		if kind.name != "Get-"+f[1] && kind.name != "Get-Recipient" {
			t.Errorf("%s is taken for %s", f[1], kind.name)
		}
	}
}

// TestCollectedSides: the column that the collector adds tells the side, and the server of Entra Connect is none.
func TestCollectedSides(t *testing.T) {
	c, problems := importOf(t, map[string]string{
		"m.csv": "PrimarySmtpAddress,RecipientTypeDetails,HybridlintSide\namy@contoso.com,UserMailbox,corp\n",
		"n.csv": "PrimarySmtpAddress,RecipientTypeDetails,HybridlintSide\nbob@contoso.com,UserMailbox,cloud\n",
		"s.csv": "Name,Value,HybridlintSide\nMicrosoft.OptionalFeature.HybridExchange,True,sync\n",
	})
	text := written(t, c)
	for _, want := range []string{`forest "corp"`, `home                 = "cloud"`, `directory_sync "entra_connect"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
	if len(problems) > 0 || strings.Contains(text, `"sync"`) {
		t.Errorf("%v\n%s", problems, text)
	}
}
