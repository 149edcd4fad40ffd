package lsp

import (
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
)

// TestSpots looks at a position, marked |, of texts that are being typed.
func TestSpots(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`gr|`:                            `word "gr"`,
		"grant \"send_as\" {\n  rec|\n}": `grant "send_as" > word "rec"`,
		"grant \"send_as\" {\n  |\n}":    `grant "send_as" > word ""`,
		"grant \"send_as\" {\n  recipient = \"a|b\"":                                     `grant "send_as" > recipient = literal "ab"`,
		"grant \"send_as\" {\n  recipient = \"a|\n}":                                     `grant "send_as" > recipient = literal "a"`,
		"grant \"send_as\" {\n  delegates = [\n    \"x\",\n    \"|\",\n  ]\n}":           `grant "send_as" > delegates = literal ""`,
		"grant \"send_as\" {\n  delegates = [|":                                          `grant "send_as" > delegates = word ""`,
		"grant \"s|end_as\" {}":                                                          `header grant literal "send_as"`,
		"exception \"|":                                                                  `header exception literal ""`,
		"a {}\n# hybridlint:ignore HYB|\nb {}":                                           `comment "# hybridlint:ignore HYB"`,
		"user_mailbox \"x\" {\n  object \"corp\" {\n    ex|":                             `user_mailbox "x" > object "corp" > word "ex"`,
		"outlook_delegate {\n  folder_access_rights = { Calendar = \"|\" }\n  x = 1\n}":  `outlook_delegate > folder_access_rights = literal ""`,
		"}}]) grant \"send_as\" {\n  recipient = \"${local.x}|\"\n}\nforest \"corp\" {}": `grant "send_as" > recipient = word ""`,
	} {
		offset := strings.Index(text, "|")
		_, at := scan(strings.Replace(text, "|", "", 1), offset)
		got := ""
		for _, b := range at.within {
			got += b.name() + " > "
		}
		if at.attribute != "" {
			got += at.attribute + " = "
		} else if at.header != nil && at.kind == literal {
			got += "header " + at.header.kind + " "
		}
		got += map[tokenKind]string{word: "word", literal: "literal", comment: "comment"}[at.kind] + ` "` + at.text + `"`
		if got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestScopes compares what may stand in blocks with what the reference of the language shows there.
func TestScopes(t *testing.T) {
	t.Parallel()
	if top := scopeOf(nil); len(top.attributes) > 0 || !slices.Contains(top.blocks, "grant") || slices.Contains(top.blocks, "object") {
		t.Errorf("a file may hold %v", top)
	}
	for _, attribute := range loader.Describable() {
		for _, d := range loader.Describe(attribute) {
			if len(d.Within) == 0 {
				continue
			}
			var within []*block
			for _, header := range d.Within {
				parts := strings.Split(header, `"`)
				b := &block{kind: strings.TrimSpace(parts[0])}
				if len(parts) > 1 {
					b.labels = []string{parts[1]}
				}
				within = append(within, b)
			}
			there := scopeOf(within)
			if d.Within[0] != "locals" && !slices.Contains(there.attributes, attribute) && !slices.Contains(there.blocks, attribute) {
				t.Errorf("%v may not hold %q", d.Within, attribute)
			}
		}
	}
	sendAs := scopeOf([]*block{{kind: "grant", labels: []string{"send_as"}}})
	if slices.Contains(sendAs.attributes, "auto_mapping") || !slices.Contains(sendAs.attributes, "replication") || len(sendAs.blocks) > 0 {
		t.Errorf("a grant of Send As may hold %v", sendAs)
	}
}

// FuzzScan gives the reader of structure any text: it comes to an end, and its places are in the text.
func FuzzScan(f *testing.F) {
	f.Add("grant \"send_as\" {\n  recipient = \"a\"\n}\n", 20)
	f.Add("a \"${b{c[\"\n<<X\n", 3)
	f.Add("}}})]{{{\"\\", 1)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		blocks, at := scan(text, offset)
		if offset >= 0 && offset <= len(text) && (at.start > offset || at.end < offset) {
			t.Fatalf("byte %d is in %d to %d", offset, at.start, at.end)
		}
		var look func([]*block, int)
		look = func(blocks []*block, depth int) {
			for _, b := range blocks {
				if depth > mostNested || b.start > b.kindEnd || b.kindEnd > b.header || b.header > b.end || b.end > len(text) {
					t.Fatalf("%+v", b)
				}
				look(b.blocks, depth+1)
			}
		}
		look(blocks, 0)
	})
}
