package scripts

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"hybridlint/report"
)

// place is where a script is run. forest is empty in the cloud, and where nobody knows.
type place struct {
	where  report.Place
	forest string
}

func (p place) compare(other place) int {
	return cmp.Or(cmp.Compare(p.where, other.where), cmp.Compare(p.forest, other.forest))
}

// step is one change, or something to look at, with all findings that ask for it.
type step struct {
	change
	place    place
	commands []string
	findings []*report.Finding
	// reads: it changes nothing.
	reads bool
	// byHand says why it is not carried out; empty where it is.
	byHand string
	// intros say what it is for, first is what is done by hand before, elsewhere what other scripts do before, and before the steps of this script.
	intros, first, elsewhere []string
	before                   []*step
	number                   int
}

// key names a step in what is saved: the same commands have the same key in every run.
func (s *step) key() string {
	sum := sha256.Sum256([]byte(strings.Join(s.commands, "\n")))
	return hex.EncodeToString(sum[:8])
}

// task is something that is done by hand, with all findings that ask for it.
type task struct {
	place    place
	text     string
	findings []*report.Finding
}

// work is what is to be done.
type work struct {
	// steps are those of each place, in their order.
	steps map[place][]*step
	tasks []*task
	// without are findings that have no fix.
	without []*report.Finding
	known   map[string]*step
}

// workOf collects what the findings ask for: the first way of their fixes.
func workOf(r *report.Report) *work {
	w := &work{steps: map[place][]*step{}, known: map[string]*step{}}
	for _, f := range r.Findings {
		switch {
		case f.Suppressed != nil:
		case len(f.Remediation) == 0:
			w.without = append(w.without, f)
		default:
			w.collect(f)
		}
	}
	for p, steps := range w.steps {
		w.steps[p] = ordered(steps)
	}
	return w
}

// places are those that have steps, in the order in which they are visited: what Active Directory has comes to Exchange, and what is
// on-premises to the cloud.
func (w *work) places() []place {
	var places []place
	for p := range w.steps {
		places = append(places, p)
	}
	slices.SortFunc(places, place.compare)
	return places
}

// collect takes the steps of one finding. What it does to one thing is one step.
func (w *work) collect(f *report.Finding) {
	var own []*step
	var first []string
	for i, item := range f.Remediation {
		if i > 0 && item.Alternative {
			break
		}
		at := place{item.Where, item.Forest}
		if item.Command == "" {
			w.ask(at, item.Text, f)
			first = append(first, item.Text)
			continue
		}
		s := newStep(at, item.Command)
		s.first = slices.Clone(first)
		if item.Intro != "" {
			s.intros = []string{item.Intro}
		}
		if same := slices.IndexFunc(own, func(o *step) bool { return o.place == at && o.target == s.target }); same >= 0 && s.byHand == "" && own[same].byHand == "" {
			own[same].commands = append(own[same].commands, item.Command)
			own[same].change = s.change
			add(&own[same].intros, s.intros...)
			continue
		}
		own = append(own, s)
	}
	for i, s := range own {
		own[i] = w.merged(s, f)
	}
	for i, s := range own {
		for _, earlier := range own[:i] {
			switch {
			case earlier.reads || earlier == s:
			case earlier.byHand != "":
				add(&s.first, earlier.commands[0])
			case earlier.place != s.place:
				add(&s.elsewhere, earlier.commands[0]+" ("+earlier.place.title()+")")
			case !slices.Contains(s.before, earlier):
				s.before = append(s.before, earlier)
			}
		}
	}
}

// ask notes what is done by hand.
func (w *work) ask(at place, text string, f *report.Finding) {
	i := slices.IndexFunc(w.tasks, func(t *task) bool { return t.place == at && t.text == text })
	if i < 0 {
		i = len(w.tasks)
		w.tasks = append(w.tasks, &task{place: at, text: text})
	}
	w.tasks[i].findings = append(w.tasks[i].findings, f)
}

// newStep is the step of one command.
func newStep(at place, text string) *step {
	s := &step{place: at, commands: []string{text}, change: change{target: text, topic: looking}}
	c, ok := parse(text)
	x, known := change{}, false
	if ok {
		x, known = changeOf(c)
	}
	switch {
	case len(placeholders(text)) > 0:
		s.byHand = "Look up what stands in <>, and run it by hand."
		s.topic = recipients
	case parseReading(text):
		s.reads = true
	case !known:
		s.byHand = "This script knows neither how to check it nor how to take it back; run it by hand."
		s.topic = organization
	case at.where.OnPremises() && at.forest == "":
		s.byHand = "Nobody has declared in which forest this belongs; run it by hand."
		s.topic = x.topic
	default:
		s.change = x
	}
	return s
}

// merged is the step that does what s does, for one finding more. Where findings want different things of the same, nobody is asked
// to do either.
func (w *work) merged(s *step, f *report.Finding) *step {
	key := strings.Join([]string{string(s.place.where), s.place.forest, s.target}, "\x00")
	there := w.known[key]
	if there == nil {
		w.known[key], there = s, s
		w.steps[s.place] = append(w.steps[s.place], s)
	} else {
		switch longer, shorter := there.commands, s.commands; {
		case endsWith(longer, shorter):
		case endsWith(shorter, longer):
			there.commands, there.change = s.commands, s.change
		default:
			add(&there.commands, s.commands...)
			there.byHand = "The findings want different things here; decide for one, and run it by hand."
		}
		add(&there.first, s.first...)
		add(&there.intros, s.intros...)
	}
	if !slices.Contains(there.findings, f) {
		there.findings = append(there.findings, f)
	}
	return there
}

func endsWith(list, end []string) bool {
	return len(end) <= len(list) && slices.Equal(list[len(list)-len(end):], end)
}

func add(list *[]string, texts ...string) {
	for _, text := range texts {
		if !slices.Contains(*list, text) {
			*list = append(*list, text)
		}
	}
}

// ordered sorts steps by what they repair, every one behind those that come before it in a finding, and numbers them. Steps that
// findings want in different orders are left to people.
func ordered(steps []*step) []*step {
	slices.SortStableFunc(steps, func(a, b *step) int { return cmp.Compare(a.topic, b.topic) })
	var sorted []*step
	for rest := steps; len(rest) > 0; {
		i := slices.IndexFunc(rest, func(s *step) bool {
			return !slices.ContainsFunc(s.before, func(b *step) bool { return b != s && slices.Contains(rest, b) })
		})
		if i < 0 {
			i = 0
			rest[i].byHand = cmp.Or(rest[i].byHand, "The findings want this in different orders; decide for one, and run it by hand.")
		}
		sorted = append(sorted, rest[i])
		rest = slices.Delete(slices.Clone(rest), i, i+1)
	}
	for i, s := range sorted {
		s.number = i + 1
	}
	return sorted
}
