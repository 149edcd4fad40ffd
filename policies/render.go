package policies

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// rendered is the finding with its texts.
func (f *finding) rendered() *report.Finding {
	t := f.rule.MessageTemplate
	if f.existing && f.rule.ExistingTemplate != nil {
		t = f.rule.ExistingTemplate
	}
	arguments := t.Values(f.text)
	return &report.Finding{
		Rule: f.rule.Rule, Severity: f.severity, Assumed: f.assumed, Location: f.location,
		Message: t.Filled(arguments) + report.AssumedNote(f.assumed), Arguments: arguments,
		Subject: f.subject.Describe(), Related: f.subject.Related(),
		Remediation: f.remediation(), Edits: f.edits(),
		Identity: f.identity(), Fingerprint: f.fingerprint(),
		About:   f.about(),
		FoldKey: f.foldKey(), Culprits: f.subject.Culprits(), Suppressed: f.suppressed,
	}
}

// text is the value of a placeholder in prose: a phrase or a value of the finding, else something the subject knows.
func (f *finding) text(name string) string {
	if _, ok := f.rule.Metadata.Phrases[name]; !ok {
		return f.known(name)
	}
	var texts []string
	for _, value := range f.firing.finding.Vars[name] {
		if phrase, ok := f.rule.PhraseTemplates[name][value]; ok {
			value = phrase.Render(f.known)
		}
		texts = append(texts, value)
	}
	return subjects.Listed(texts)
}

// known is the value of a placeholder that the subject knows.
func (f *finding) known(name string) string { return f.subject.Text(name, f.forests) }

// argument is the value of a placeholder in a command. The name of a cmdlet that the rule chose is the command itself.
func (f *finding) argument(name string) string {
	if literal, ok := f.subject.Literal(name); ok {
		return literal
	}
	if identity, ok := f.subject.Argument(name); ok {
		return subjects.PowershellQuoted(identity)
	}
	text := f.text(name)
	if _, chosen := f.rule.Metadata.Phrases[name]; chosen && facts.CmdletOf(text) > 1 {
		return text
	}
	return subjects.PowershellQuoted(text)
}

func (f *finding) remediation() []report.Remediation {
	var remediation []report.Remediation
	for _, i := range f.remedies {
		remedy := f.rule.Remedies[i]
		// Where nothing is shown before it, it is no alternative to anything.
		item := report.Remediation{Where: f.place(remedy.Where), Alternative: remedy.Alternative && len(remediation) > 0}
		if item.Where.OnPremises() {
			item.Forest = f.onPremisesForestName()
		}
		if remedy.Intro != nil {
			item.Intro = remedy.Intro.Render(f.text)
		}
		if old := ""; remedy.Command {
			item.Command = remedy.Template.Render(f.argument)
			if item.Where == report.ExchangeOnPremises {
				old = f.tooOld(remedy.Template.Render(func(string) string { return "" }))
			}
			if old != "" {
				item.Intro, item.Command, item.Text = "", "", old
			}
		} else {
			item.Text = remedy.Template.Render(f.text)
		}
		if len(remediation) > 0 && item.Text != "" && remediation[len(remediation)-1].Text == item.Text {
			continue // two commands of one Exchange that is too old
		}
		remediation = append(remediation, item)
	}
	return remediation
}

func (f *finding) place(where string) report.Place {
	if where != metadata.WhereRecipientHome && where != metadata.WhereActingForest {
		return report.Place(where)
	}
	if f.subject.Side(where, f.forests) == facts.CloudSide {
		return report.ExchangeOnline
	}
	return report.ExchangeOnPremises
}

// identity is keyed by the rule and the logical subject, not by lines or files. It is the fingerprint of the first of several
// findings that have it.
func (f *finding) identity() string { return f.hashed("") }

// fingerprint tells findings with one identity apart.
func (f *finding) fingerprint() string {
	if f.occurrence == 0 {
		return f.identity()
	}
	return f.hashed("\x00" + strconv.Itoa(f.occurrence))
}

func (f *finding) hashed(more string) string {
	key := f.rule.ID + "\x00" + f.subject.Key() + more
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16])
}

func (f *finding) foldKey() string {
	switch f.rule.Fold {
	case report.FoldNone:
		return ""
	case report.FoldRule:
		return f.rule.ID
	default:
		return f.subject.FoldKey(f.rule.Fold, f.forests)
	}
}
