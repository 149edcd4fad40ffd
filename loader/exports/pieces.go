package exports

import (
	"slices"
	"strings"
)

// piece is a stretch of a file: text of somebody's own, or an imported block with its mark.
type piece struct {
	text     string
	imported bool
	// line is the first one, from 1.
	line int
	// tight says that no empty line stood above it.
	tight bool
}

// cutPieces cuts a file into pieces.
func cutPieces(text string) []piece {
	pieces := []piece{}
	lines := strings.SplitAfter(text, "\n")
	own := 0
	flush := func(end int) {
		if text := strings.Trim(strings.Join(lines[own:end], ""), "\r\n"); strings.TrimSpace(text) != "" {
			pieces = append(pieces, piece{text: text, line: own + 1, tight: tight(lines, own)})
		}
	}
	for i := 0; i < len(lines); i++ {
		end := importedBlock(lines, i)
		if end < 0 {
			continue
		}
		flush(i)
		text := strings.ReplaceAll(strings.Join(lines[i:end], ""), "\r\n", "\n")
		pieces = append(pieces, piece{text: strings.TrimRight(text, "\n"), imported: true, line: i + 1, tight: tight(lines, i)})
		own = end
		i = end - 1
	}
	flush(len(lines))
	return pieces
}

// tight tells that the line above is not empty.
func tight(lines []string, i int) bool {
	return i > 0 && strings.TrimSpace(lines[i-1]) != "" && strings.TrimSpace(lines[i]) != ""
}

// importedBlock is the line behind the block that begins with a mark on a line; -1 where none does.
func importedBlock(lines []string, i int) int {
	if !strings.HasPrefix(lines[i], mark) {
		return -1
	}
	header := i + 1
	for header < len(lines) && (strings.HasPrefix(lines[header], "#") || strings.HasPrefix(lines[header], "//")) && !strings.HasPrefix(lines[header], mark) {
		header++
	}
	if header >= len(lines) || !strings.Contains(lines[header], "{") {
		return -1
	}
	for end := header + 1; end < len(lines); end++ {
		if strings.HasPrefix(lines[end], "}") {
			return end + 1
		}
	}
	return -1
}

// identityOf is what makes two texts of a block the same block, without case.
func identityOf(text string) string {
	for line := range strings.Lines(text) {
		if _, _, ok := headerOf(line); ok {
			return identitiesIn(text)[0]
		}
	}
	return text
}

// identitiesIn are the identities of the blocks in a text.
func identitiesIn(text string) []string {
	var identities []string
	var kind, label string
	var attributes []string
	flush := func() {
		if kind != "" {
			identities = append(identities, identityFrom(kind, label, attributes))
		}
		attributes = nil
	}
	for line := range strings.Lines(text) {
		if k, l, ok := headerOf(line); ok {
			flush()
			kind, label = k, l
		} else if a, ok := identifying(line); ok {
			attributes = append(attributes, a)
		}
	}
	flush()
	return identities
}

// headerOf reads the line on which a block of one label or none begins.
func headerOf(line string) (kind, label string, ok bool) {
	end := 0
	for end < len(line) && (line[end] >= 'a' && line[end] <= 'z' || line[end] >= '0' && line[end] <= '9' || line[end] == '_') {
		end++
	}
	kind, rest := line[:end], line[end:]
	if kind == "" || !strings.HasPrefix(rest, " ") {
		return "", "", false
	}
	rest = rest[1:]
	if strings.HasPrefix(rest, `"`) {
		if label = quotedAt(rest); label == "" || !strings.HasPrefix(rest[len(label):], " {") {
			return "", "", false
		}
		return kind, label, true
	}
	return kind, "", strings.HasPrefix(rest, "{")
}

// quotedAt is the text in quotes with which a line begins; empty where it does not end.
func quotedAt(line string) string {
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '"':
			return line[:i+1]
		}
	}
	return ""
}

// identifyingAttributes are those by which grants and delegates are told apart.
var identifyingAttributes = []string{"recipient", "delegate", "manager", "folder", "inherited", "deny"}

// identifying reads the line of such an attribute as "name=value".
func identifying(line string) (attribute string, ok bool) {
	line, ok = strings.CutPrefix(line, "  ")
	if !ok {
		return "", false
	}
	name, value, found := strings.Cut(line, "=")
	name, value = strings.TrimRight(name, " "), strings.TrimPrefix(value, " ")
	if !found || !slices.Contains(identifyingAttributes, name) {
		return "", false
	}
	switch {
	case strings.HasPrefix(value, `"`):
		value = quotedAt(value)
	case strings.HasPrefix(value, "true"):
		value = "true"
	default:
		value = ""
	}
	return name + "=" + value, value != ""
}

// identityFrom is the identity of a block with a header and, where that does not tell, with these attributes.
func identityFrom(kind, label string, attributes []string) string {
	switch kind {
	case "grant", "outlook_delegate", "sharing_invitation", "locals", "defaults", "exception", "bulk_change":
		parts := append([]string{kind + " " + label}, attributes...)
		slices.Sort(parts[1:])
		return strings.ToLower(strings.Join(parts, "\n"))
	case "tenant":
		return kind
	case "forest", "directory_sync", "migration_batch":
		return kind + " " + strings.ToLower(label)
	default: // the type of a recipient may have changed
		return "recipient " + strings.ToLower(label)
	}
}

// identity is what identityOf says of the block's text.
func (b *block) identity() string {
	kind, label, _ := strings.Cut(b.header, " ")
	var attributes []string
	for _, p := range b.parts {
		if slices.Contains(identifyingAttributes, p.name) && (p.kind == textPart || p.text == "true") {
			attributes = append(attributes, p.name+"="+string(p.appendValue(nil)))
		}
	}
	return identityFrom(kind, label, attributes)
}
