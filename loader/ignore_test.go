package loader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestIgnores(t *testing.T) {
	text := `# hybridlint:ignore HYB101 -- above
user_mailbox "a" {
  home = "corp"
  # hybridlint:ignore HYB102 -- an inner block
  object "cloud" {}
}
user_mailbox "b" { home = "corp" } // hybridlint:ignore HYB103, send-as-not-mirrored HYB104 --  on the line -- twice  ` + `
user_mailbox "c" { # hybridlint:ignore HYB105 -- on its first line
  home = "corp" # an ordinary comment about hybridlint:ignore
  object "cloud" { # hybridlint:ignore HYB106 -- ü
    exists = true
  }
}
# hybridlint:ignore HYB107 -- the first of two
// hybridlint:ignore HYB108 -- the second of two
user_mailbox "d" {
  home = "corp"
  name = "# hybridlint:ignore HYB109 -- a text"
}
`
	model := mustLoad(t, text)
	var got []string
	for _, i := range model.Ignores {
		line, _ := model.Sources.Line(i.Within.File, i.Within.Start.Line)
		block, _, _ := strings.Cut(line[i.Within.Start.Column-1:], "{")
		got = append(got, fmt.Sprintf("%s %s %s(%s)", place(i.Location), i.Rule, block, i.Rationale))
	}
	want := []string{
		`a.hcl:1:21-27 HYB101 user_mailbox "a" (above)`,
		`a.hcl:4:23-29 HYB102 object "cloud" (an inner block)`,
		`a.hcl:7:57-63 HYB103 user_mailbox "b" (on the line -- twice)`,
		`a.hcl:7:65-85 send-as-not-mirrored user_mailbox "b" (on the line -- twice)`,
		`a.hcl:7:86-92 HYB104 user_mailbox "b" (on the line -- twice)`,
		`a.hcl:8:40-46 HYB105 user_mailbox "c" (on its first line)`,
		`a.hcl:10:40-46 HYB106 object "cloud" (ü)`,
		`a.hcl:14:21-27 HYB107 user_mailbox "d" (the first of two)`,
		`a.hcl:15:22-28 HYB108 user_mailbox "d" (the second of two)`,
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestIgnoreProblems(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"too many rules", "# hybridlint:ignore " + strings.Repeat("HYB301, ", 1001) + "-- x\nforest \"a\" {}\n", []string{"a.hcl:1:1-8033 Too many rules: 1001 rules"}},
		{"no reason", "# hybridlint:ignore HYB301\nforest \"a\" {}", []string{"a.hcl:1:1-27 Comment without a reason: -- reason"}},
		{"empty reason", "# hybridlint:ignore HYB301 --  \nforest \"a\" {}", []string{"a.hcl:1:1-32 Comment without a reason: -- reason"}},
		{"no rule", "# hybridlint:ignore -- reason\nforest \"a\" {}", []string{"a.hcl:1:1-30 Comment without a rule: which rule"}},
		{"no blank", "# hybridlint:ignores HYB301 -- reason\nforest \"a\" {}", []string{"a.hcl:1:1-38 Comment without a rule: which rule"}},
		{"nothing", "#hybridlint:ignore\nforest \"a\" {}", []string{"a.hcl:1:1-19 Comment without a rule: which rule"}},
		{"a line between", "# hybridlint:ignore HYB301 -- reason\n\nforest \"a\" {}", []string{"a.hcl:1:1-37 Comment without a block: first line"}},
		{"on an attribute", "forest \"a\" {\n  modern_auth = true # hybridlint:ignore HYB301 -- reason\n}", []string{"a.hcl:2:22-58 Comment without a block: first line"}},
		{"above an attribute", "forest \"a\" {\n  # hybridlint:ignore HYB301 -- reason\n  modern_auth = true\n}", []string{"a.hcl:2:3-39 Comment without a block: first line"}},
		{"behind a block, above another", "forest \"a\" {\n} # hybridlint:ignore HYB301 -- reason\nforest \"b\" {}", []string{"a.hcl:2:3-39 Comment without a block: first line"}},
		{"at the end", "forest \"a\" {}\n# hybridlint:ignore HYB301 -- reason", []string{"a.hcl:2:1-37 Comment without a block: first line"}},
		{"nothing else in the file", "# hybridlint:ignore HYB301 -- reason", []string{"a.hcl:1:1-37 Comment without a block: first line"}},
		{"block comment", "/* hybridlint:ignore HYB301 -- reason */\nforest \"a\" {}", []string{"a.hcl:1:1-41 Wrong comment: # or //"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			model, problems := loadText(t, test.text)
			expectProblems(t, problems, test.want...)
			if len(model.Ignores) != 0 {
				t.Errorf("%d comments count", len(model.Ignores))
			}
		})
	}
}
