package policies

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strconv"
	"strings"

	"hybridlint/report"
)

// Findings yields the findings in their order; each is made when it is asked for.
func (r *Result) Findings() iter.Seq[*report.Finding] {
	return func(yield func(*report.Finding) bool) {
		for _, f := range r.findings {
			if !yield(f.render()) {
				return
			}
		}
	}
}

// render puts names, message and fix in.
func (f *finding) render() *report.Finding {
	return &report.Finding{
		Rule: f.rule.Rule, Severity: f.severity, Assumed: f.assumed, Message: f.message(), Subject: f.subject.describe(),
		Location: f.location, Related: f.subject.related(), Remediation: f.remediation(), Fingerprint: f.fingerprint(),
		FoldKey: f.foldKey(), Culprits: f.subject.culprits(), Suppressed: f.suppressed,
	}
}

func (f *finding) message() string {
	t := f.rule.message
	if f.existing && f.rule.messageExisting != nil {
		t = f.rule.messageExisting
	}
	message := t.render(f.text)
	if len(f.assumed) > 0 {
		message += " (not declared: " + strings.Join(f.assumed, ", ") + "; declare " + pronoun(len(f.assumed)) + " to be sure)"
	}
	return message
}

func pronoun(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

// text is the value of a placeholder in prose: a phrase or a value of the finding, else something the subject knows.
func (f *finding) text(name string) string {
	phrases, ok := f.rule.metadata.Phrases[name]
	if !ok {
		return f.subject.text(name, f.forests)
	}
	var texts []string
	for _, value := range f.firing.finding.vars[name] {
		if phrase, ok := phrases[value]; ok {
			value = phrase
		}
		texts = append(texts, value)
	}
	return listed(texts)
}

// argument is the value of a placeholder in a command. The name of a cmdlet that the rule chose is the command itself.
func (f *finding) argument(name string) string {
	if identity, ok := f.subject.identity(name); ok {
		return powershellQuoted(identity)
	}
	text := f.text(name)
	if _, chosen := f.rule.metadata.Phrases[name]; chosen && cmdletOf(text) > 1 {
		return text
	}
	return powershellQuoted(text)
}

func (f *finding) remediation() []report.Remediation {
	var remediation []report.Remediation
	for _, i := range f.remedies {
		remedy := f.rule.remediation[i]
		where := f.place(remedy.where)
		if remedy.command {
			remediation = append(remediation, report.Remediation{Where: where, Command: remedy.template.render(f.argument)})
			continue
		}
		remediation = append(remediation, report.Remediation{Where: where, Text: remedy.template.render(f.text)})
	}
	return remediation
}

func (f *finding) place(where string) report.Place {
	if where != whereRecipientHome && where != whereActingForest {
		return report.Place(where)
	}
	if f.subject.side(where, f.forests) == cloudSide {
		return report.ExchangeOnline
	}
	return report.ExchangeOnPremises
}

// fingerprint is keyed by the rule and the logical subject, not by lines or files.
func (f *finding) fingerprint() string {
	key := f.rule.ID + "\x00" + f.subject.key()
	if f.occurrence > 0 {
		key += "\x00" + strconv.Itoa(f.occurrence)
	}
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
		return f.subject.fold(f.rule.Fold, f.forests)
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return strconv.Itoa(n) + " " + one
	}
	return strconv.Itoa(n) + " " + many
}
