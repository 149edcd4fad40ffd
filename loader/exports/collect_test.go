package exports

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/exports/rows"
)

// There is no PowerShell to run the collector with. What can be had without: its quotes and brackets close, it calls
// nothing but what reads, and the importer knows every file that it writes.

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
	if _, err := codeOf(Collector); err != nil {
		t.Error(err)
	}
	for _, broken := range []string{"if (1) {", "'a", "\"a\n\"", "{ ( }", "<# a", ")"} {
		if _, err := codeOf(broken); err == nil {
			t.Errorf("%q passes", broken)
		}
	}
}

var ownFunction = regexp.MustCompile(`(?m)^function ([A-Z][a-z]+-\w+)`)

var verbNoun = regexp.MustCompile(`(?i)(?:^|[^-$\w.])([a-z]+-[a-z]\w*)`)

// strangers are the commands of a script that may not be in it.
func strangers(code string) []string {
	allowed := []string{"select-object", "where-object", "foreach-object", "export-csv", "import-csv", "set-content", "add-content", "move-item", "join-path", "test-path",
		"write-host", "write-warning", "write-progress", "convertto-json", "convertfrom-json", "start-sleep"}
	for _, own := range ownFunction.FindAllStringSubmatch(code, -1) {
		allowed = append(allowed, strings.ToLower(own[1]))
	}
	// Of .NET, these two and names of the machine are all that is called.
	for _, known := range []string{"[System.IO.Directory]::CreateDirectory($folder)", "[System.IO.File]::Delete($doneFile)", "[Environment]::UserDomainName", "[Environment]::UserName", "[Environment]::MachineName", "Start-Sleep", "Set-Content"} {
		code = strings.ReplaceAll(code, known, "")
	}
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
	code, err := codeOf(Collector)
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
	for _, m := range regexp.MustCompile(`(?:Export-Csv|Move-Item|Set-Content|Add-Content)[^\n|]*`).FindAllString(code, -1) {
		target := regexp.MustCompile(`-(?:Destination|LiteralPath) \(?(?:Join-Path )?(\$\w+)`).FindAllStringSubmatch(m, -1)
		for _, to := range target {
			if !slices.Contains([]string{"$folder", "$file", "$part", "$doneFile", "$errorsFile", "$manifestFile", "$File"}, to[1]) {
				t.Errorf("%q writes elsewhere", m)
			}
		}
		if len(target) == 0 {
			t.Errorf("%q writes to a path that may be a pattern", m)
		}
	}
	if strings.Contains(code, "-Path ") && regexp.MustCompile(`(?:Export-Csv|Import-Csv|Get-Content|Set-Content|Test-Path|Move-Item)[^\n]* -Path `).MatchString(code) {
		t.Error("a path is taken for a pattern")
	}
}

// TestCollectorIsMadeForLargeOrganizations: what it has to have, in a script that cannot be run here.
func TestCollectorIsMadeForLargeOrganizations(t *testing.T) {
	for _, want := range []string{
		"Least privileges", "Get-EXOMailbox ", "Get-EXOMailboxPermission", "Get-EXORecipientPermission", "Get-EXOMailboxFolderPermission", "Get-EXOMailboxFolderStatistics",
		"Get-EXOCASMailbox", "Get-EXOMailboxStatistics", "Get-MailboxStatistics", "ViewEntireForest", "CompletedWithWarning", "Get-MailPublicFolder", "Get-UnifiedGroupLinks",
		"IncludeGrantSendOnBehalfToWithDisplayNames", "-SecondsRemaining", "Start-Sleep", "'Calendar', 'Tasks', 'Inbox', 'Contacts', 'Notes', 'Journal'", "'Department', 'Office'",
	} {
		if !strings.Contains(Collector, want) {
			t.Errorf("%q is not in the script", want)
		}
	}
}

// savedFile is a file that the script writes: its columns as written there.
type savedFile struct {
	name, cmdlet          string
	columns, lists, times []string
}

var (
	saveCall = regexp.MustCompile(`(?m)^.*?Save-(Rows|Each) ('\w+' .*)$`)
	variable = regexp.MustCompile(`(?s)\$(who|lists|mailboxColumns) = (@\(.*?\))`)
	word     = regexp.MustCompile(`'([\w-]+)'`)
)

// savedFiles are the files that the script writes, read off its calls.
func savedFiles(t *testing.T) []savedFile {
	t.Helper()
	variables := map[string]string{}
	for _, v := range variable.FindAllStringSubmatch(Collector, -1) {
		variables["$"+v[1]] = v[2]
	}
	if len(variables) != 3 {
		t.Fatalf("%d lists of columns", len(variables))
	}
	var files []savedFile
	for _, call := range saveCall.FindAllStringSubmatch(Collector, -1) {
		arguments := argumentsOf(call[2])
		words := func(i int) []string {
			text := arguments[i]
			for name, value := range variables {
				text = strings.ReplaceAll(text, name, value)
			}
			var out []string
			for _, w := range word.FindAllStringSubmatch(text, -1) {
				out = append(out, w[1])
			}
			return out
		}
		f := savedFile{name: words(0)[0], columns: words(2), lists: words(3), times: words(4)}
		if cmdlet := words(1); len(cmdlet) > 0 {
			f.cmdlet = cmdlet[0]
		}
		i := slices.IndexFunc(files, func(o savedFile) bool { return o.name == f.name })
		if i < 0 {
			files = append(files, f)
		} else if !slices.Equal(files[i].header(), f.header()) {
			t.Errorf("%s is written with %q and with %q", f.name, files[i].header(), f.header())
		}
	}
	return files
}

// argumentsOf takes a call of PowerShell apart: blanks divide, but for those in brackets and texts.
func argumentsOf(call string) []string {
	var out []string
	depth, quoted, begin := 0, false, 0
	for i, c := range call + " " {
		switch {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '(' || c == '{':
			depth++
		case c == ')' || c == '}':
			depth--
		case c == ' ' && depth == 0:
			if i > begin {
				out = append(out, call[begin:i])
			}
			begin = i + 1
		}
	}
	return out
}

func (f savedFile) header() []string {
	return slices.Concat(f.columns, f.lists, f.times, []string{"HybridlintSide"})
}

// TestCollectorWritesWhatIsKnown: the importer knows every file of the collector as the cmdlet that it comes from.
func TestCollectorWritesWhatIsKnown(t *testing.T) {
	files := savedFiles(t)
	if len(files) < 28 {
		t.Fatalf("%d files", len(files))
	}
	for _, f := range files {
		names := f.header()
		values := slices.Repeat([]rows.Value{{Text: "Microsoft.x"}}, len(names))
		values[len(values)-1] = rows.Value{Text: "corp"}
		row := &rows.Row{Table: rows.NewTable(names), Values: values}
		kind := newKnown().of(row)
		if kind == nil {
			t.Errorf("%s: nobody knows %s", f.name, columnsSeen(row))
			continue
		}
		want := map[string]string{"Get-UnifiedGroupMember": "Get-DistributionGroupMember", "Get-MailboxSendOnBehalf": "Get-Recipient"}["Get-"+f.name]
		if kind.name != "Get-"+f.name && kind.name != "Get-Recipient" && kind.name != want {
			t.Errorf("%s is taken for %s", f.name, kind.name)
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
