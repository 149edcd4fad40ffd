package sarif

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// The vectors are those of GitHub's upload action, tests of src/fingerprints.ts.
func TestLineHashesAreThoseOfGitHub(t *testing.T) {
	const greetings = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End"
	ended := []string{"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
		"b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"}
	tests := map[string]struct {
		text string
		want []string
	}{
		"empty":      {"", []string{"c129715d7a2bc9a3:1"}},
		"short":      {" a\nb\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		"no end":     {greetings, []string{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"}},
		"final LF":   {greetings + "\n", ended},
		"CR":         {strings.ReplaceAll(greetings+"\n", "\n", "\r"), ended},
		"CRLF":       {strings.ReplaceAll(greetings+"\n", "\n", "\r\n"), ended},
		"mixed ends": {" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\n", ended},
		"repeated": {strings.Repeat("Lorem ipsum dolor sit amet.\n", 10), []string{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2",
			"a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1",
			"a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"}},
		"code": {"x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n", []string{"e54938cc54b302f1:1", "bb609acbe9138d60:1",
			"1131fd5871777f34:1", "5c482a0f8b35ea28:1", "54517377da7028d2:1", "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for size := range 3 {
				if got := numberedHashes(test.text, size); !slices.Equal(got, test.want) {
					t.Errorf("in pieces of %d: got  %v\nwant %v", size, got, test.want)
				}
			}
		})
	}
}

// numberedHashes are those of all lines of an ASCII text that comes in pieces of a size; 0 is the whole.
func numberedHashes(text string, size int) []string {
	if size == 0 {
		size = max(len(text), 1)
	}
	hashes := newLineHasher().lines(slices.Chunk([]byte(text), size))
	lines := map[int]string{}
	for i := range hashes.count {
		lines[i+1] = ""
	}
	numberHashes(hashes, lines)
	var all []string
	for i := range hashes.count {
		all = append(all, lines[i+1])
	}
	return all
}

func hashesOf(text string) []uint64 { return hashedBy(newLineHasher(), text) }

func hashedBy(h *lineHasher, text string) (hashes []uint64) {
	list := h.lines(slices.Values([][]byte{[]byte(text)}))
	for i := range list.count {
		hashes = append(hashes, list.at(i))
	}
	return hashes
}

// A character outside the basic plane is two code units.
func TestLineHashCountsCodeUnits(t *testing.T) {
	if a, b := hashesOf("🐒"), hashesOf("\ufffd"); a[0] == b[0] {
		t.Error("a pair of surrogates has the hash of one code unit")
	}
}

// The hash of a line is that of a hundred code units from its start, however many come at once.
func TestLineHashesOfLongTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"recipient", "=", " ", "\t", "\"é\"", "🐒", "\n", "\r\n", "\r", "\n\n", "\x01", strings.Repeat("long", 40)}
	hasher := newLineHasher()
	for range 40 {
		var text strings.Builder
		for size := random.IntN(3 * hashRoom); text.Len() < size; {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		if got, want := hashedBy(hasher, text.String()), definedHashes(text.String()); !slices.Equal(got, want) {
			t.Fatalf("%d bytes: %d hashes, want %d, or others", text.Len(), len(got), len(want))
		}
	}
}

// definedHashes computes each hash by itself.
func definedHashes(text string) (hashes []uint64) {
	text = strings.NewReplacer(" ", "", "\t", "", "\r\n", "\n", "\r", "\n").Replace(text)
	units := utf16.Encode([]rune(text))
	starts := []int{0}
	for i, unit := range units {
		if unit == '\n' {
			starts = append(starts, i+1)
		}
	}
	units = append(append(units, hashEnd), make([]uint16, hashWindow)...)
	for _, start := range starts {
		hash := uint64(0)
		for _, unit := range units[start : start+hashWindow] {
			hash = hash*hashFactor + uint64(unit)
		}
		hashes = append(hashes, hash)
	}
	return hashes
}

func BenchmarkLineHashes(b *testing.B) {
	text := strings.Repeat("grant \"send_as\" { recipient = \"sales@contoso.com\" }\n", 10_000)
	b.SetBytes(int64(len(text)))
	hasher := newLineHasher()
	for b.Loop() {
		hasher.lines(slices.Values([][]byte{[]byte(text)}))
	}
}
