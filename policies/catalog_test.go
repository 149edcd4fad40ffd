package policies

import (
	"strings"
	"testing"
	"testing/fstest"

	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
)

// soundRule is a rule as it should be; the tests below each break one thing about it.
const soundRule = `# METADATA
# title: Something is wrong
# description: What Microsoft documents.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: XYZ101
#   severity: warning
#   scopes: [grant]
#   why_severity: It works partly.
#   message: "{recipient} and {delegate}: {cause}"
#   phrases:
#     cause:
#       old: it is old
#   remediation:
#   - where: recipient_home
#     command: Get-Mailbox -Identity {recipient}
#     when: {acting.side: cloud}
#   fold: recipient
package hybridlint.family.something_wrong

import rego.v1

finding contains {"at": ["delegate"], "vars": {"cause": "old"}} if {
	input.entry.permission == "full_access"
	input.entry.clients.owa
}
`

func catalogWith(text string) fstest.MapFS {
	return fstest.MapFS{"family/something_wrong.rego": {Data: []byte(text)}}
}

func TestSoundRule(t *testing.T) {
	c, err := readCatalog(catalogWith(soundRule), false)
	if err != nil {
		t.Fatal(err)
	}
	p, err := c.compile(true)
	if err != nil {
		t.Fatal(err)
	}
	r := c.rules[0]
	d, err := p.Document(r.Shape, r.Ref, true)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(readPaths(d), " "); got != "entry.permission entry.clients.owa" {
		t.Errorf("reads %s", got)
	}
	if r.Name != "something-wrong" || r.Family != "family" || r.PascalName() != "SomethingWrong" {
		t.Errorf("identified as %s, %s, %s", r.Name, r.Family, r.PascalName())
	}
	for _, identifier := range []string{"xyz101", "Something-Wrong"} {
		if _, ok := c.Find(identifier); !ok {
			t.Errorf("%s is not found", identifier)
		}
	}
}

// TestBrokenMetadata: whatever is wrong with the metadata keeps the program from starting, and the message says what.
func TestBrokenMetadata(t *testing.T) {
	for _, test := range []struct{ name, old, new, want string }{
		{"unknown key", "#   fold: recipient", "#   fold: recipient\n#   colour: red", `unknown field "colour"`},
		{"misspelt key", "#   severity: warning", "#   severty: warning", `unknown field "severty"`},
		{"id", "XYZ101", "X1", `id "X1" is not of the form`},
		{"severity", "severity: warning", "severity: fatal", `severity "fatal"`},
		{"no source", "# related_resources:\n# - ref: https://learn.microsoft.com/exchange/permissions\n#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27\n", "", "related_resources are missing"},
		{"source not https", "ref: https:", "ref: http:", "is no https address"},
		{"source without date", ", checked 2026-08-27", "", `does not end in ", checked`},
		{"scope", "scopes: [grant]", "scopes: [grants]", `scope "grants" is unknown`},
		{"scopes of different inputs", "scopes: [grant]", "scopes: [grant, forest]", "different inputs"},
		{"no scope", "scopes: [grant]", "scopes: []", "scopes are missing"},
		{"no reason", "why_severity: It works partly.", "why_severity: ''", "why_severity is missing"},
		{"placeholder", "{recipient} and", "{mailbox} and", "placeholder {mailbox} is unknown"},
		{"place", "where: recipient_home", "where: somewhere", `where "somewhere" is unknown`},
		{"condition", "acting.side", "acting.sight", "acting.sight is no fact"},
		{"two fixes in one", "#     when: {acting.side: cloud}", "#     text: do something", "either a command or a text"},
		{"condition that never holds", "cloud}", "clouds}", `acting.side is never "clouds"`},
		{"condition with and without !", "{acting.side: cloud}", `{acting.side: ["!cloud", on_premises]}`, "either all values begin with ! or none"},
		{"var that never is", "{acting.side: cloud}", "{cause: new}", `cause is never "new"`},
		{"words without a condition", "#     when: {acting.side: cloud}", "#     if: somebody asks", "is no condition without when"},
		{"alternative to nothing", "#     when: {acting.side: cloud}", "#     or: true", "the first remediation is no alternative"},
		{"colon after an intro", "#     when: {acting.side: cloud}", "#     intro: 'By hand:'", "a colon follows the intro"},
		{"placeholder of an intro", "#     when: {acting.side: cloud}", "#     intro: For {somebody}", "placeholder {somebody} is unknown"},
		{"placeholder of a phrase", "old: it is old", "old: '{cause} is old'", "placeholder {cause} is unknown"},
		{"fold", "fold: recipient", "fold: mailbox", `fold "mailbox"`},
		{"profile", "#   fold: recipient", "#   fold: recipient\n#   profile: loud", `profile "loud"`},
		{"superseded rule", "#   fold: recipient", "#   fold: recipient\n#   supersedes: [HYB999]", "supersedes HYB999, which does not exist"},
		{"package", "package hybridlint.family.something_wrong", "package hybridlint.family.other", "its place asks for"},
		{"no title", "# title: Something is wrong\n", "", "title is missing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(soundRule, test.old, test.new, 1)
			if text == soundRule {
				t.Fatalf("%q is not in the rule", test.old)
			}
			_, err := readCatalog(catalogWith(text), false)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

// TestBrokenCondition: a rule that reads what does not exist, reads too much, or asks for more than pure built-ins does not
// compile.
func TestBrokenCondition(t *testing.T) {
	const condition = "input.entry.clients.owa"
	for _, test := range []struct{ name, new, want string }{
		{"misspelt fact", "input.entry.client.owa", "undefined ref: input.entry.client"},
		{"misspelt member", "input.entry.clients.ova", "undefined ref: input.entry.clients.ova"},
		{"wrong type", `input.entry.inherited == "yes"`, "match error"},
		{"network", `http.send({"method": "get", "url": "https://contoso.com"})`, "undefined function http.send"},
		{"environment", "opa.runtime().env", "undefined function opa.runtime"},
		{"clock", "time.now_ns() > 0", "undefined function time.now_ns"},
		{"chance", `rand.intn("x", 3) > 1`, "undefined function rand.intn"},
		{"address look-up", `net.lookup_ip_addr("contoso.com")`, "undefined function net.lookup_ip_addr"},
		{"section", `count(input.entry) > 0`, "reads input.entry whole"},
		{"whole input", `count(input) > 0`, "reads input whole"},
		{"dynamic section", `some x; input.entry[x] == true`, "reads input.entry whole"},
		{"with", `is_boolean(input.entry.inherited) with input.entry.inherited as true`, "uses with"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := readCatalog(catalogWith(strings.Replace(soundRule, condition, test.new, 1)), false)
			if err != nil {
				t.Fatal(err)
			}
			p, err := c.compile(true)
			if err == nil {
				_, err = p.Document(c.rules[0].Shape, c.rules[0].Ref, true)
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

// TestTwiceTaken: an id or a name belongs to one rule.
func TestTwiceTaken(t *testing.T) {
	files := catalogWith(soundRule)
	files["family/other.rego"] = &fstest.MapFile{Data: []byte(strings.Replace(soundRule, "something_wrong", "other", 1))}
	if _, err := readCatalog(files, false); err == nil || !strings.Contains(err.Error(), "XYZ101 is taken by both") {
		t.Errorf("got %v", err)
	}
}

// readPaths are the paths of what a document reads itself.
func readPaths(d *engine.Document) []string {
	paths := []string{}
	for _, i := range d.Facts {
		f, mask := &d.Shape.Facts[i], d.Reads.Facts[i]
		path := strings.Join(f.Path, ".")
		if mask == facts.AllMembers {
			paths = append(paths, path)
			continue
		}
		for k, bit := range f.Members() {
			if mask&bit != 0 {
				paths = append(paths, path+"."+f.MemberName(k))
			}
		}
	}
	return paths
}
