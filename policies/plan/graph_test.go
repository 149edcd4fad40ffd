package plan_test

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"testing"

	"hybridlint/policies"
	"hybridlint/testdata/organization"
)

// The graph is one that graph editors read: what an edge or a text refers to has been declared, and every mailbox that moves is in it.
func TestGraphML(t *testing.T) {
	r, problems := found(t, generated(t, organization.Options{Seed: 4, Mailboxes: 200}, fmt.Sprintf(block, "")), policies.Options{})
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	text, err := r.GraphML()
	if err != nil {
		t.Fatal(err)
	}
	type data struct {
		Key  string `xml:"key,attr"`
		Text string `xml:",chardata"`
	}
	var g struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID   string `xml:"id,attr"`
			For  string `xml:"for,attr"`
			Type string `xml:"attr.type,attr"`
		} `xml:"key"`
		Nodes []struct {
			ID   string `xml:"id,attr"`
			Data []data `xml:"data"`
		} `xml:"graph>node"`
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
			Data   []data `xml:"data"`
		} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal([]byte(text), &g); err != nil {
		t.Fatal(err)
	}
	types := map[string]string{}
	for _, k := range g.Keys {
		types[k.For+" "+k.ID] = k.Type
	}
	check := func(kind string, all []data) {
		for _, d := range all {
			if _, wrong := strconv.ParseInt(d.Text, 10, 64); types[kind+" "+d.Key] == "" || types[kind+" "+d.Key] == "long" && wrong != nil {
				t.Errorf("%s: %+v", kind, d)
			}
		}
	}
	names, known := map[string]string{}, map[string]bool{}
	for _, n := range g.Nodes {
		if known[n.ID] {
			t.Errorf("two nodes are called %s", n.ID)
		}
		known[n.ID] = true
		check("node", n.Data)
		texts := map[string]string{}
		for _, d := range n.Data {
			texts[d.Key] = d.Text
		}
		names[texts["name"]] = texts["wave"]
	}
	for _, e := range g.Edges {
		if !known[e.Source] || !known[e.Target] {
			t.Errorf("an edge from %s to %s", e.Source, e.Target)
		}
		check("edge", e.Data)
	}
	for _, w := range r.Waves {
		for _, m := range w.Members {
			if names[m] != w.Name {
				t.Errorf("%s is in %q, and in the graph in %q", m, w.Name, names[m])
			}
		}
	}
	if len(g.Edges) < 50 {
		t.Errorf("only %d edges", len(g.Edges))
	}
}
