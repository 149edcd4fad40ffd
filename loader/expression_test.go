package loader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Values may be expressions, and locals may stand in any file and any order.
func TestExpressions(t *testing.T) {
	model, problems := load(t, map[string]string{
		"z/locals.hcl": `
locals {
  domain = "contoso.com"
  people = { for p in local.names : p => "${p}@${local.domain}" }
}
locals { names = split(",", "amy,boss") }`,
		"a.hcl": `
forest "corp" { modern_auth = length(local.names) == 2 }
user_mailbox "amy" {
  home                 = (local["domain"] == "contoso.com" ? "corp" : null)
  primary_smtp_address = local.people["amy"]
  display_name         = <<-EOT
    Amy
    EOT
  name                 = "%{ if true }A%{ endif }my"
  distinguished_name   = "CN=$${x}%%{y}"
  email_addresses      = concat(["SMTP:${local.people.amy}"], [for a in ["a", "b"] : upper("smtp:${a}@${local.domain}")], [null])
  object "cloud" { recipient_display_type = -(1 + 2) * 5 }
}
user_mailbox "boss" {
  home            = "cloud"
  email_addresses = [values(local.people)[1], "the.boss@contoso.com"]
  moved_on        = join("-", ["2024", "06", format("%02d", 1)])
}
outlook_delegate {
  manager              = local.people.boss
  delegate             = "amy"
  folder_access_rights = { for f in ["Inbox", "Calendar"] : f => "Editor" }
}
migration_batch "all" {
  direction = "onboarding"
  members   = [for key, address in local.people : address if key != "nobody"]
}`})
	expectProblems(t, problems)
	amy := recipientNamed(t, model, "amy")
	if amy.PrimarySMTPAddress != "amy@contoso.com" || amy.DisplayName != "Amy\n" || amy.Name != "Amy" || amy.DistinguishedName != "CN=${x}%{y}" {
		t.Errorf("texts: %+v", amy)
	}
	if want := []string{"SMTP:amy@contoso.com", "SMTP:A@CONTOSO.COM", "SMTP:B@CONTOSO.COM"}; !slices.Equal(amy.EmailAddresses, want) {
		t.Errorf("email_addresses: %q, want %q", amy.EmailAddresses, want)
	}
	if amy.Objects[0].RecipientDisplayType != -15 {
		t.Errorf("number: %d", amy.Objects[0].RecipientDisplayType)
	}
	if boss := recipientNamed(t, model, "boss"); boss.MovedOn != 20240601 || len(boss.EmailAddresses) != 2 {
		t.Errorf("boss: %+v", boss)
	}
	if rights := model.OutlookDelegates[0].FolderAccessRights; len(rights) != 2 || rights[0].Folder != "Calendar" {
		t.Errorf("folder_access_rights: %+v", rights)
	}
	if len(model.Batches[0].Members) != 2 {
		t.Errorf("members: %v", model.Batches[0].Members)
	}
}

func TestExpressionProblems(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"unknown local", "locals { domain = \"x\" }\nforest \"a\" { exchange_version = local.domian }", []string{`a.hcl:2:33-45 Unknown local: Did you mean "domain"?`}},
		{"unknown local in a list", "forest \"a\" {\n  organization_relationship { domain_names = [\"x\", local.y] }\n}", []string{`a.hcl:2:52-59 Unknown local: "y"`}},
		{"all locals at once", "locals { a = 1 }\nforest \"a\" { exchange_version = keys(local)[0] }", []string{`a.hcl:2:38-43 Unknown name: local.NAME`}},
		{"unknown name in a template", `forest "a" { exchange_version = "${var.version}" }`, []string{`a.hcl:1:36-47 Unknown name: "var"`}},
		{"unknown function", `forest "a" { exchange_version = uper("se") }`, []string{`a.hcl:1:33-37 Unknown function: Did you mean "upper"?`}},
		{"function that would read the environment", `forest "a" { exchange_version = env("X") }`, []string{`a.hcl:1:33-36 Unknown function: only functions on text`}},
		{"function that would read a file", `forest "a" { exchange_version = file("x") }`, []string{`a.hcl:1:33-37 Unknown function: "file"`}},
		{"wrong argument", `forest "a" { exchange_version = upper(["se"]) }`, []string{`a.hcl:1:39-40 Invalid function argument: `}},
		{"missing key", "locals { a = {} }\nforest \"a\" { exchange_version = local.a.b }", []string{`a.hcl:2:40-42 Unsupported attribute: `}},
		{"wrong type of a local", "locals { a = { b = 1 } }\nforest \"a\" { exchange_version = local.a }", []string{`a.hcl:2:33-40 Wrong type: an object`}},
		{"only the branch that is taken counts", "locals { a = [] }\nforest \"a\" { exchange_version = length(local.a) > 0 ? local.a[0] : \"SE\" }", nil},
		{"error in the branch that is taken", "locals { a = [] }\nforest \"a\" { exchange_version = length(local.a) == 0 ? local.a[0] : \"SE\" }", []string{`a.hcl:2:63-66 Invalid index: `}},
		{"local twice", "locals { a = 1 }\nlocals { a = 2 }", []string{`a.hcl:2:10-11 Duplicate local: "a" | a.hcl:1`}},
		{"label of locals", `locals "x" {}`, []string{`a.hcl:1:8-11 Unexpected label: no label`}},
		{"block in locals", "locals {\n  x {}\n}", []string{`a.hcl:2:3-4 Unexpected block: NAME = value`}},
		{"error in a local is reported once", "locals { a = upper(1, 2) }\nforest \"a\" { exchange_version = local.a }\nforest \"b\" { exchange_version = local.a }", []string{`a.hcl:1:23-24 Too many function arguments: `}},
		{"circle", "locals {\n  a = local.b\n  b = local.c\n  c = [local.b]\n  d = local.a\n}\nforest \"x\" { exchange_version = local.d }", []string{`a.hcl:3:3-4 Circular locals: local.b → local.c → local.b`}},
		{"circle of one", "locals { a = local.a }", []string{`a.hcl:1:10-11 Circular locals: local.a → local.a`}},
		{"key that is no text", "outlook_delegate {\n  manager = \"sales\"\n  delegate = \"sales\"\n  folder_access_rights = { (true) = \"Editor\" }\n}", []string{`a.hcl:4:28-34 Wrong type: key of an object`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := loadText(t, test.text)
			expectProblems(t, problems, test.want...)
		})
	}
}

// A few lines can ask for more memory or time than there is; each of these must end soon, with a problem.
func TestHostileExpressions(t *testing.T) {
	hundred := "[" + strings.Repeat("1,", 100) + "]"
	nested := "[for a in H : [for b in H : [for c in H : [for d in H : [for e in H : 1]]]]]"
	expressions := map[string]string{
		"doubled text":              `local.a60`,
		"doubled list":              `local.l60`,
		"squared number":            `"${local.n60}"`,
		"nested loops":              strings.ReplaceAll(nested, "H", hundred),
		"loops with errors":         strings.ReplaceAll(strings.Replace(nested, ": 1", ": upper([])", 1), "H", hundred),
		"loops in a branch":         `true ? "SE" : ` + strings.ReplaceAll(nested, "H", hundred),
		"nested references":         `[for a in [[1]] : [for b in [[a,a],[a,a]] : [for c in [[b,b],[b,b]] : [for d in [[c,c],[c,c]] : [for e in [[d,d],[d,d]] : [for f in [[e,e],[e,e]] : [for g in [[f,f],[f,f]] : [for h in [[g,g],[g,g]] : [for i in [[h,h],[h,h]] : [for j in [[i,i],[i,i]] : [for k in [[j,j],[j,j]] : k]]]]]]]]]]]`,
		"wide format":               `format("%999999999d", 1)`,
		"wide format of a list":     `formatlist("%0000099999999d", [1])`,
		"large number as text":      `"${1e1000000000}"`,
		"large number as key":       `{ (1e1000000000) = 1 }`,
		"large number as index":     `{ a = 1 }[1e1000000000]`,
		"large number from text":    `floor("1e1000000000")`,
		"large number modulo":       `"1e1000000000" % 3`,
		"large binary number":       `format("%d", "1p1000000000")`,
		"long digits":               fmt.Sprintf("parseint(%q, 10)", strings.Repeat("9", 100_000)),
		"deep json":                 fmt.Sprintf("jsondecode(%q)", strings.Repeat("[", 100_000)),
		"deep json behind a string": fmt.Sprintf("jsondecode(%q)", `["\"]]]]",`+strings.Repeat("[", 100_000)),
		"product":                   strings.ReplaceAll("setproduct(H, H, H, H)", "H", "range(100)"),
		"indent":                    `indent(1000000000, "a\nb")`,
		"replace":                   `replace(local.a12, "0", local.a12)`,
		"replace nothing":           `replace(local.a12, "", local.a12)`,
		"regexreplace":              `regexreplace(local.a15, "0", local.a15)`,
		"expanding regexreplace":    `regexreplace(local.a15, ".*", "$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0")`,
		"slow regex":                `regex("(x+x+)+y|((a{0,99}){0,9}){0,9}b", local.a15)`,
		"join":                      `join(local.a15, range(1000))`,
		"distinct":                  `distinct([for i in range(1000) : range(100)])`,
	}
	for name, expression := range expressions {
		t.Run(name, func(t *testing.T) {
			text := fmt.Sprintf("forest \"a\" { exchange_version = %s }\n", expression)
			for _, family := range []string{"a", "l", "n"} {
				if strings.Contains(expression, "local."+family) {
					text += doubled(family)
				}
			}
			_, problems := loadText(t, text)
			if len(problems) == 0 || len(problems) > 10 {
				t.Errorf("%d problems", len(problems))
			}
			for _, p := range problems {
				if len(p.Detail) > 1000 {
					t.Errorf("a detail of %d bytes", len(p.Detail))
				}
			}
		})
	}
}

// doubled are locals each of which holds the one before twice.
func doubled(family string) string {
	steps := map[string][2]string{
		"a": {`"0123456789"`, `"${local.a%[1]d}${local.a%[1]d}"`},
		"l": {"[1, 2]", "[local.l%[1]d, local.l%[1]d]"},
		"n": {"10", "local.n%[1]d * local.n%[1]d"},
	}
	var b strings.Builder
	fmt.Fprintf(&b, "locals {\n  %s0 = %s\n", family, steps[family][0])
	for i := range 60 {
		fmt.Fprintf(&b, "  %s%d = %s\n", family, i+1, fmt.Sprintf(steps[family][1], i))
	}
	b.WriteString("}\n")
	return b.String()
}

// Ordinary use of loops over large lists stays within the bounds.
func TestLargeExpressions(t *testing.T) {
	var names []string
	for i := range 20_000 {
		names = append(names, fmt.Sprintf("%q", fmt.Sprintf("user%d", i)))
	}
	text := "locals {\n  names = [" + strings.Join(names, ",") + "]\n}\n" + `
security_group "everybody" {
  home    = "corp"
  members = [for n in local.names : "${n}@contoso.com" if n != "user7"]
}`
	model := mustLoad(t, text)
	if model.UndeclaredMembers != 19_999 {
		t.Errorf("%d members", model.UndeclaredMembers)
	}
}
