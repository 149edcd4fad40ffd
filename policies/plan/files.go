package plan

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
)

// MakeFiles makes what is handed out: the batch and the list of mailboxes of every wave, and the commands.
func (r *Result) MakeFiles() []report.Problem {
	var problems []report.Problem
	var commands strings.Builder
	commands.WriteString("# Run these in Exchange Online PowerShell, wave by wave. <endpoint> is the name of your migration endpoint.\n")
	taken := map[string]bool{}
	for _, b := range r.tableau.planner.model.Batches {
		if base := fileOf(b.Name); base != "" && r.tableau.planner.stays(b) {
			taken[base] = true
			r.Beside = append(r.Beside, base)
		}
	}
	for k := range r.Waves {
		w := &r.Waves[k]
		if len(w.Members) == 0 {
			continue
		}
		base := fileOf(w.Name)
		for n := k + 1; base == "" || taken[base]; n++ {
			base = fmt.Sprintf("wave-%02d-of-%s", n, strings.ReplaceAll(w.Date, "-", ""))
		}
		taken[base] = true
		r.Files = append(r.Files, report.PlanFile{Name: base + ".hcl", Text: r.configuration(k)})
		list, faults := r.list(k)
		problems = append(problems, faults...)
		r.Files = append(r.Files, report.PlanFile{Name: base + ".csv", Text: list})
		r.command(&commands, w, base)
	}
	r.Files = append(r.Files, report.PlanFile{Name: "commands.ps1", Text: commands.String()})
	if fixes := r.assumed(); fixes != "" {
		r.Files = append(r.Files, report.PlanFile{Name: "assumed-fixes.hcl", Text: fixes})
	}
	return problems
}

// plainName is a name that may be that of a file everywhere.
var plainName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)

// fileOf is the name of the files of a wave, which says what it is; empty where the wave's own cannot be that of a file.
func fileOf(wave string) string {
	name := strings.ToLower(wave)
	switch {
	case !plainName.MatchString(name):
		return ""
	case strings.HasPrefix(name, "wave-"):
		return name
	default:
		return "wave-" + name
	}
}

func (r *Result) configuration(k int) string {
	t, w := r.tableau, &r.Waves[k]
	return loader.WriteBatch(&loader.WrittenBatch{
		Name: w.Name, SourceForest: t.planner.model.ForestName(t.planner.plan.SourceForest), CompleteAfter: w.Date, Members: w.Members,
		Comments: []string{
			fmt.Sprintf("Plan %s, seed %d: %d mailboxes. %d pairs come apart, %d heal, %d stay together; cost %s.",
				r.Name, r.Seed, len(w.Members), w.Split, w.Heals, w.Together, w.Cost),
		},
	})
}

// list is the CSV of a batch: a column that New-MigrationBatch does not know would make it fail.
func (r *Result) list(k int) (string, []report.Problem) {
	var problems []report.Problem
	var b strings.Builder
	table := csv.NewWriter(&b)
	_ = table.Write([]string{"EmailAddress"}) // a Builder takes everything
	p := r.tableau.planner
	for _, id := range r.batch(k).Members {
		recipient := p.model.Recipients[id]
		address := addressOf(recipient)
		if !strings.Contains(address, "@") || strings.ContainsAny(address[:1], "=+-@") {
			problems = append(problems, report.Problem{
				Severity: report.Error, Summary: "No address for a list", Location: recipient.Location(),
				Detail: fmt.Sprintf("%s has no address that a list of mailboxes can hold. Declare its primary_smtp_address.", recipient.ID),
			})
			continue
		}
		_ = table.Write([]string{address})
	}
	table.Flush()
	return b.String(), problems
}

// addressOf is the address of a mailbox: the declared one, else its label.
func addressOf(r *model.Recipient) string {
	if r.PrimarySMTPAddress != "" {
		return r.PrimarySMTPAddress
	}
	for _, a := range r.EmailAddresses {
		if rest, ok := strings.CutPrefix(a, "SMTP:"); ok {
			return rest
		}
	}
	return r.ID
}

// command writes what is to be run for a wave.
func (r *Result) command(b *strings.Builder, w *report.PlanWave, base string) {
	fmt.Fprintf(b, "\n# %s, %s: %d mailboxes\n", w.Name, w.Date, len(w.Members))
	for _, f := range w.Fixes {
		for _, x := range f.Remediation {
			if x.Alternative {
				break
			}
			if x.Command != "" {
				fmt.Fprintf(b, "# %s, %s:\n%s\n", f.Rule.ID, strings.ReplaceAll(string(x.Where), "_", " "), x.Command)
			}
		}
	}
	domain := "<tenant>.mail.onmicrosoft.com"
	if t := r.tableau.planner.model.Tenant; t != nil && t.RoutingDomain != "" {
		domain = t.RoutingDomain
	}
	fmt.Fprintf(b, "New-MigrationBatch -Name %s -SourceEndpoint '<endpoint>' -TargetDeliveryDomain %s "+
		"-CSVData ([System.IO.File]::ReadAllBytes((Join-Path $PWD '%s.csv'))) -AutoStart -CompleteAfter ([datetime]'%sT00:00:00Z').ToUniversalTime()\n",
		policies.QuotePowerShell(w.Name), policies.QuotePowerShell(domain), base, w.Date)
}

// assumed lists the entries that the plan counts on being fixed, as comments: nothing of it is applied.
func (r *Result) assumed() string {
	change := map[string]string{
		"HYB703": `add "cloud" to present_in`, "HYB707": "inherited = false", "HYB708": "the entry has to stay: mail-enable the delegate",
		"HYB709": "aclable_synced_object_enabled = true",
	}
	var b strings.Builder
	for i := range r.Waves {
		for _, f := range r.Waves[i].Fixes {
			if !r.assumes(f.Rule) {
				continue
			}
			at := f.Location
			if len(f.Related) > 0 && f.Rule.ID != "HYB709" {
				at = f.Related[0].Location
			}
			fmt.Fprintf(&b, "# before %s: %s:%d: %s (%s, %s)\n", r.Waves[i].Name, at.File, at.Start.Line, change[f.Rule.ID], f.Rule.ID, f.Subject)
		}
	}
	return b.String()
}

// AssumesFixes tells whether the plan counts on fixes.
func (r *Result) AssumesFixes() bool { return len(r.tableau.planner.plan.AssumeFixed.Values()) > 0 }

// assumes tells a rule whose fixes are counted on.
func (r *Result) assumes(rule *report.Rule) bool {
	return slices.ContainsFunc(r.tableau.planner.plan.AssumeFixed.Values(), func(x model.FixedRule) bool { return model.Word(x) == rule.ID })
}

// AddFixes takes in what the rules find in the waves of the plan that a command mends before the wave, and what is assumed to be fixed.
func (r *Result) AddFixes(found []*report.Finding) {
	for _, f := range found {
		mends := slices.ContainsFunc(f.Remediation, func(x report.Remediation) bool { return x.Command != "" && !x.Alternative })
		if f.Suppressed != nil || !mends && !r.assumes(f.Rule) {
			continue
		}
		if k := r.order(f.About.Batch); k < len(r.Waves) {
			r.Waves[k].Fixes = append(r.Waves[k].Fixes, f)
		}
	}
}

// graph is GraphML, the format that graph editors read.
type graph struct {
	XMLName xml.Name   `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphKey `xml:"key"`
	Graph   struct {
		Direction string      `xml:"edgedefault,attr"`
		Nodes     []graphNode `xml:"node"`
		Edges     []graphEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

type graphNode struct {
	ID   string      `xml:"id,attr"`
	Data []graphData `xml:"data"`
}

type graphEdge struct {
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Data   []graphData `xml:"data"`
}

// GraphML is the graph of what belongs together: mailboxes with their waves, and entries with what they cost a day while the
// mailbox, or the delegate, has gone first.
func (r *Result) GraphML() (string, error) {
	t := r.tableau
	g := graph{Keys: []graphKey{
		{"wave", "node", "wave", "string"}, {"name", "node", "name", "string"},
		{"mailbox_first", "edge", "mailbox_first", "long"}, {"delegate_first", "edge", "delegate_first", "long"},
	}}
	g.Graph.Direction = "directed"
	known := map[model.RecipientID]bool{}
	node := func(id model.RecipientID) string {
		name := fmt.Sprintf("n%d", id)
		if !known[id] {
			known[id] = true
			g.Graph.Nodes = append(g.Graph.Nodes, graphNode{name, []graphData{{"name", t.planner.model.Recipients[id].ID}, {"wave", r.whereIs(id)}}})
		}
		return name
	}
	for _, id := range t.planner.movers {
		node(id)
	}
	for i := range t.splits.Entries {
		x := &t.splits.Entries[i]
		g.Graph.Edges = append(g.Graph.Edges, graphEdge{node(x.Recipient), node(x.Delegate), []graphData{
			{"mailbox_first", fmt.Sprint(t.planner.weight(t.splits.Sets[x.MailboxFirst]))},
			{"delegate_first", fmt.Sprint(t.planner.weight(t.splits.Sets[x.DelegateFirst]))},
		}})
	}
	text, err := xml.MarshalIndent(g, "", "  ")
	return xml.Header + string(text) + "\n", err
}
