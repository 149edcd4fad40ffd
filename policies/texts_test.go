package policies

import (
	"regexp"
	"strings"
	"testing"

	"hybridlint/policies/metadata"
	"hybridlint/report"
	"hybridlint/report/explain"
)

// An administrator acts on these texts, so what can be checked about them is.

// TestTextsAreOfOneStyle: sentences end as sentences, messages and intros do not, and the cloud has its article.
func TestTextsAreOfOneStyle(t *testing.T) {
	for _, r := range embeddedRules(t) {
		wanted := func(ok bool, what, text string) {
			if !ok {
				t.Errorf("%s: %s: %q", r.ID, what, text)
			}
		}
		m := r.Metadata
		wanted(!strings.HasSuffix(r.Title, "."), "a title has no full stop", r.Title)
		wanted(strings.HasSuffix(r.Description, "."), "a description is sentences", r.Description)
		wanted(strings.HasSuffix(m.WhySeverity, "."), "the reason of a severity is a sentence", m.WhySeverity)
		for _, message := range []string{m.Message, m.MessageExisting} {
			wanted(!strings.HasSuffix(message, "."), "a message has no full stop", message)
		}
		for _, sentence := range m.NotWhen {
			wanted(strings.HasSuffix(sentence, "."), "an exception is a sentence", sentence)
		}
		for _, remedy := range m.Remediation {
			wanted(remedy.Text == "" || strings.HasSuffix(remedy.Text, "."), "a text is sentences", remedy.Text)
			wanted(!strings.HasSuffix(remedy.Command, "."), "a command has no full stop", remedy.Command)
			wanted(!strings.HasSuffix(remedy.Intro, "."), "an intro has no full stop", remedy.Intro)
			for _, text := range []string{remedy.Intro, remedy.Text} {
				wanted(!strings.HasPrefix(text, "Or "), "an alternative is one by its key or", text)
			}
		}
		for _, text := range proseOf(r) {
			wanted(!withoutArticle.MatchString(text), "the cloud has an article", text)
			wanted(!strings.Contains(strings.ToLower(text), "seed"), "readers know articles, not seeds", text)
		}
	}
}

// Without the article it is a product, cloud sync, or a kind of mailbox, object or user.
var withoutArticle = regexp.MustCompile(`\b(in|to|from|of|and|between|is) cloud\b[^- ]|\b(in|to|from|and|between) cloud$`)

// proseOf is everything about a rule that is read as sentences.
func proseOf(r *metadata.Rule) []string {
	m := r.Metadata
	prose := append([]string{r.Title, r.Description, m.WhySeverity, m.Message, m.MessageExisting}, m.NotWhen...)
	for _, phrases := range m.Phrases {
		for _, phrase := range phrases {
			prose = append(prose, phrase)
		}
	}
	for _, remedy := range m.Remediation {
		prose = append(prose, remedy.Intro, remedy.Text)
	}
	return prose
}

// TestConditionsHaveWords: explain says when a fix applies in words, not in paths of facts.
func TestConditionsHaveWords(t *testing.T) {
	used := map[string]bool{}
	for _, r := range embeddedRules(t) {
		for _, remedy := range r.Metadata.Remediation {
			if remedy.If != "" {
				continue
			}
			for name, wanted := range remedy.When {
				for _, value := range wanted {
					used[name+" "+value] = true
					if words, known := r.Metadata.ValueInWords(name, value); !known {
						t.Errorf("%s: there are no words for %q (conditionWords)", r.ID, words)
					}
				}
			}
		}
	}
	for condition := range metadata.ConditionWords() {
		if !used[condition] {
			t.Errorf("no rule has the condition %q", condition)
		}
	}
}

// Where a cmdlet exists. Those of both sides are not listed.
var (
	onPremisesCmdlet = regexp.MustCompile(`^(New|Enable|Get|Set)-RemoteMailbox|^(Add|Remove|Get)-ADPermission|^Enable-DistributionGroup`)
	onlineCmdlet     = regexp.MustCompile(`^(Add|Remove|Get)-RecipientPermission|^Set-UnifiedGroup|-GroupMailbox`)
	directoryCmdlet  = regexp.MustCompile(`^(Get-ADUser|Set-AD)`)
)

// TestCommandsAreRunWhereTheyExist: nobody is sent to a shell that does not know the cmdlet.
func TestCommandsAreRunWhereTheyExist(t *testing.T) {
	for _, r := range embeddedRules(t) {
		for _, remedy := range r.Metadata.Remediation {
			want := ""
			switch {
			case remedy.Command == "":
			case onlineCmdlet.MatchString(remedy.Command):
				want = string(report.ExchangeOnline)
			case onPremisesCmdlet.MatchString(remedy.Command):
				want = string(report.ExchangeOnPremises)
			case directoryCmdlet.MatchString(remedy.Command):
				want = string(report.ActiveDirectory)
			}
			if want != "" && remedy.Where != want {
				t.Errorf("%s: %s is run in %s, not in %s", r.ID, remedy.Command, want, remedy.Where)
			}
		}
	}
}

// TestCommandsHavePages: explain leads from every command of a fix to Microsoft's page about its cmdlet.
func TestCommandsHavePages(t *testing.T) {
	for _, r := range embeddedRules(t) {
		for _, remedy := range r.Metadata.Remediation {
			// A script of Microsoft's is on the rule's own page, and a cmdlet that depends on the recipient is not known here.
			written := remedy.Command != "" && !strings.HasPrefix(remedy.Command, "{") && !strings.HasPrefix(remedy.Command, `.\`)
			if written && explain.CmdletPage(remedy.Command) == "" {
				t.Errorf("%s: there is no page for the cmdlet of %q (cmdletNoun)", r.ID, remedy.Command)
			}
		}
	}
}

// TestCommandsAreSafe: a command changes one entry of a list, and neither its quotes nor its brackets stay open.
func TestCommandsAreSafe(t *testing.T) {
	list := regexp.MustCompile(`-(GrantSendOnBehalfTo|EmailAddresses|DomainNames) (@\{(Add|Remove)=)?`)
	for _, r := range embeddedRules(t) {
		for _, remedy := range r.Remedies {
			if !remedy.Command {
				continue
			}
			command := remedy.Template.Render(func(string) string { return "x" })
			for _, match := range list.FindAllStringSubmatch(command, -1) {
				if match[2] == "" {
					t.Errorf("%s: %s replaces the whole list", r.ID, command)
				}
			}
			for _, pair := range []string{"{}", "()", `""`} {
				open, closed := strings.Count(command, pair[:1]), strings.Count(command, pair[1:])
				if open != closed || pair == `""` && open%2 != 0 {
					t.Errorf("%s: %s has unpaired %s", r.ID, command, pair)
				}
			}
		}
	}
}

// TestPagesHaveOneTitle: one page is called the same everywhere.
func TestPagesHaveOneTitle(t *testing.T) {
	titles := map[string]string{}
	for _, r := range embeddedRules(t) {
		for _, page := range r.Resources {
			if title, ok := titles[page.URL]; ok && title != page.Title {
				t.Errorf("%s: %s is called %q and %q", r.ID, page.URL, page.Title, title)
			}
			titles[page.URL] = page.Title
		}
	}
}

func embeddedRules(t *testing.T) []*metadata.Rule {
	t.Helper()
	c, err := readCatalog(embedded, false)
	if err != nil {
		t.Fatal(err)
	}
	return c.rules
}
