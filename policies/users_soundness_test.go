package policies

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// evasions are conditions that read the input in ways in which reads are hard to see. Each is refused, or its rule finds the
// same with remembered answers as without.
func evasions() map[string]string {
	helper := func(condition, helper string) string {
		return condition + "\n}\n\n" + helper + "\n\nnever if {\n\tfalse"
	}
	return map[string]string{
		"alias":                       "x := input\n\tx.entry.inherited",
		"alias of a section":          "x := input.entry\n\tx.inherited",
		"unified":                     "{\"inherited\": x, \"kind\": _} = input.entry\n\tx",
		"walk":                        "walk(input, [_, v])\n\tv == \"send_as\"",
		"walk a section":              "walk(input.entry, [[\"inherited\"], true])",
		"some key":                    "some k\n\tinput.entry[k] == true",
		"some section":                "some k\n\tinput[k].mailbox == true",
		"key in a variable":           "k := \"entry\"\n\tinput[k].inherited",
		"key that is made":            "input[concat(\"\", [\"en\", \"try\"])].inherited",
		"key from a fact":             "input.entry[input.entry.permission] == true",
		"key in quotes":               "input[\"entry\"][\"inherited\"]",
		"function":                    helper("f(input)", "f(x) if x.entry.inherited"),
		"function of a section":       helper("f(input.entry)", "f(x) if x.inherited"),
		"function that reads":         helper("f(1)", "f(x) if {\n\tinput.entry.inherited\n\tx == 1\n}"),
		"object.get":                  "object.get(input, [\"entry\", \"inherited\"], false)",
		"json.filter":                 "count(json.filter(input, [\"entry/inherited\"])) > 0",
		"comprehension":               "count([x | some x in input.entry]) > 30",
		"set comprehension":           "true in {x | x := input.entry.inherited}",
		"object comprehension":        "{k: v | some k, v in input.recipient}.mailbox",
		"every":                       "every v in input.entry.clients {\n\t\tv == false\n\t}",
		"every of a section":          "every k, v in input.entry {\n\t\tk != \"x\"\n\t\tv != \"y\"\n\t}",
		"with input":                  "true with input as {}",
		"with input elsewhere":        helper("data.contoso.something_wrong.h with input as {\"entry\": {\"inherited\": true}}", "h if input.entry.inherited"),
		"with data":                   "data.hybridlint.inference.entry.access_method == \"x\" with data.hybridlint.inference.entry.access_method as \"x\"",
		"marshalled":                  "contains(json.marshal(input), \"true\")",
		"formatted":                   "contains(sprintf(\"%v\", [input]), \"true\")",
		"in a text":                   "contains($\"{input}\", \"true\")",
		"a fact in a text":            "contains($\"{input.entry.permission}\", \"full\")",
		"in an array":                 "[input][0].entry.inherited",
		"in an object":                "{\"a\": input}.a.entry.inherited",
		"united":                      "object.union(input, {}).entry.inherited",
		"compared":                    "input == {}",
		"a section compared":          "input.entry != {}",
		"is_object":                   "is_object(input.entry)",
		"that a section is there":     "input.batch",
		"that a section is not there": "not input.batch",
		"all data":                    "count(data) > 0",
		"some package":                helper("some k\n\tdata[k].something_wrong.h", "h if input.entry.inherited"),
		"some rule":                   "some k\n\tdata.inference.lib[k] == 7",
		"rules of the program":        "some f, n\n\tcount(data.hybridlint[f][n].finding) > 0",
		"inference":                   "data.hybridlint.inference.entry.access_method == \"automap\"",
		"some inference":              "some k\n\tdata.hybridlint.inference.entry[k] == \"automap\"",
		"some package of inferences":  "some k\n\tdata.hybridlint.inference[k].access_method == \"automap\"",
		"all inferences":              "data.hybridlint.inference.entry.access_method\n\tx := data.hybridlint.inference.entry\n\tx.access_method == \"automap\"",
		"inference in a set":          "data.hybridlint.inference.entry.access_method_assumed[\"access_method\"]",
		"inference of another scope":  "data.hybridlint.inference.forest[_] == \"yes\"",
		"inference with arguments":    "data.hybridlint.inference.objects.exists(input.recipient, input.recipient_object, input.organization.directory_sync) == \"yes\"",
		"inference of made arguments": "data.hybridlint.inference.objects.exists({\"home\": input.recipient.home, \"group\": input.recipient.group}, {\"at_home\": input.recipient_object.at_home}, {\"declared\": false}) == \"yes\"",
		"some member of a set":        "some k\n\tinput.entry.clients[k]",
		"members counted":             "count([k | some k; input.entry.clients[k]]) > 1",
		"not":                         "not input.entry.inherited",
		"not one of":                  "not input.entry.access_method in {\"automap\", \"legacy_dn\"}",
		"not one of, in rego.v2":      "not input.entry.access_method in {\"automap\", \"legacy_dn\"}",
		"helper":                      helper("h", "h := input.entry.inherited"),
		"helper with a section":       helper("h.inherited", "h := input.entry"),
		"partial object":              helper("h.inherited", "h[k] := v if {\n\tk := \"inherited\"\n\tv := input.entry.inherited\n}"),
		"partial set":                 helper("\"x\" in h", "h contains \"x\" if input.entry.inherited"),
		"head that is a path":         helper("h.a.b", "h.a[k] if {\n\tk := \"b\"\n\tinput.entry.inherited\n}"),
		"default":                     helper("h", "default h := false\n\nh if input.entry.inherited"),
		"default function":            helper("f(1)", "default f(_) := false\n\nf(x) if {\n\tx == 1\n\tinput.entry.inherited\n}"),
		"else":                        helper("h == 2", "h := 1 if {\n\tinput.entry.inherited\n} else := 2 if {\n\tnot input.recipient.group\n} else := 3"),
		"incremental":                 helper("count(h) == 2", "h contains 1 if input.entry.inherited\n\nh contains 2 if input.recipient.mailbox\n\nh contains 3 if input.recipient.group"),
		"shadowed":                    "input := {\"entry\": {\"inherited\": true}}\n\tinput.entry.inherited",
		"shadowed by an argument":     helper("f({\"entry\": {\"inherited\": true}})", "f(input) if input.entry.inherited"),
		"value of the finding":        "true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"vars\": {\"cause\": input.entry.permission}} if {\n\tinput.recipient.mailbox",
		"severity of the finding":     "true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"severity\": s} if {\n\ts := {true: \"error\", false: \"note\"}[input.recipient.mailbox]",
		"key of the finding":          "true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"assumed\": [k]} if {\n\tsome k\n\tinput.entry.clients[k]",
	}
}

// soundEvasions are those that are not refused.
func soundEvasions() []string {
	return []string{
		"key in quotes", "function that reads", "set comprehension", "every", "a fact in a text", "some package", "some rule", "inference", "some inference",
		"some package of inferences", "all inferences", "inference in a set", "inference of made arguments", "some member of a set", "members counted", "not", "not one of", "not one of, in rego.v2",
		"helper", "partial object", "partial set", "head that is a path", "default", "default function", "else", "incremental",
		"value of the finding", "severity of the finding", "key of the finding",
	}
}

// TestEvasions: on configurations that nobody would write, a rule finds the same with remembered answers as without, however
// it reads the input; or it does not run, and the problem says why.
func TestEvasions(t *testing.T) {
	var models []uint64
	for seed := range uint64(8) {
		models = append(models, seed)
	}
	sound, fired := soundEvasions(), 0
	for name, condition := range evasions() {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(ownRule(condition), "\tinput.entry.permission == \"full_access\"\n", "", 1)
			text = strings.Replace(text, "scopes: [grant]", "scopes: [grant, folder_grant, outlook_delegate, batch_entry]", 1)
			if strings.HasSuffix(name, "in rego.v2") { // where it holds of what is undefined, too
				text = strings.Replace(text, "import rego.v1", "import rego.v2", 1)
			}
			c := withOwn(t, map[string]string{ownRuleFile: text, "inference/lib.rego": "package inference.lib\n\nh := 7 if input.entry.inherited\n"})
			if refused := len(c.Problems()) > 0; refused == slices.Contains(sound, name) {
				t.Fatalf("refused: %v\n%s", refused, told(c.Problems()))
			} else if refused {
				if !strings.Contains(told(c.Problems()), "house/"+ownRuleFile+":") {
					t.Errorf("no place in\n%s", told(c.Problems()))
				}
				return
			}
			for _, seed := range models {
				model := randomModel(t, seed)
				options := Options{Disable: programIDs(c)}
				remembered := c.Check(context.Background(), model, options)
				options.NoMemo = true
				plain := c.Check(context.Background(), model, options)
				if got, want := fmt.Sprint(findingsOf(remembered), told(remembered.Problems)), fmt.Sprint(findingsOf(plain), told(plain.Problems)); got != want {
					t.Errorf("seed %d: with remembered answers %s\nand without %s", seed, got, want)
				}
				fired += len(findingsOf(plain))
			}
		})
	}
	if fired < 1_000 {
		t.Errorf("only %d findings were compared", fired)
	}
}

func programIDs(c *Catalog) []string {
	var ids []string
	for _, r := range c.rules {
		if !r.OfUser {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
