package csv

import (
	"encoding/csv"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/report/reporttest"
)

func TestCSVIsATable(t *testing.T) {
	for name, r := range reporttest.Every() {
		out, marked := strings.CutPrefix(reporttest.Rendered(t, Writer{}, r, reporttest.Everything), byteOrderMark)
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll() // fails where rows differ in length
		if err != nil || !marked {
			t.Fatalf("%q: %v", name, err)
		}
		if len(rows) != 1+reporttest.AllFindings(r) || !slices.Equal(rows[0], csvHeader()) {
			t.Errorf("%q: %d rows", name, len(rows))
		}
		for _, row := range rows[1:] {
			for i, cell := range row {
				// Where the comma is the decimal point, a semicolon ends a cell, and a line end a row.
				for piece := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ';' || r == '\n' }) {
					if begins := strings.TrimLeft(piece, " \t\r\""); len(cell) > 1 && begins != "" && strings.ContainsAny(begins[:1], "=+-@") {
						t.Errorf("%q: %s is a formula: %q", name, rows[0][i], cell)
					}
				}
			}
			if n, err := strconv.Atoi(row[5]); row[4] != "" && (err != nil || n < 1) {
				t.Errorf("%q: the line is %q", name, row[5])
			}
		}
	}
}

func TestCSVHasNoFormulas(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(1)": "'@SUM(1)", "＝1": "'＝1", "-": "-", "a=1": "a=1", "": "", "'=": "'=",
		" =1": " '=1", "a;=1": "a;'=1", `a; "=1`: `a; "'=1`, "a\n-1": "a\n'-1", "a; b-c": "a; b-c"} {
		if got := noFormula(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

// A cell becomes text wherever a spreadsheet would begin to calculate, and nowhere else.
func TestNoFormula(t *testing.T) {
	begin := regexp.MustCompile(`(^|[;\n])([\s"]*)([=+\-@＝＋－＠])`)
	random := rand.New(rand.NewPCG(3, 4))
	parts := []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", ";", "\n", "\r", "\t", " ", `"`, "a", "é", "'", "\xff"}
	for range 20_000 {
		cell := ""
		for range random.IntN(8) {
			cell += parts[random.IntN(len(parts))]
		}
		want := cell
		if utf8.RuneCountInString(cell) > 1 {
			want = begin.ReplaceAllString(cell, "$1$2'$3")
		}
		if got := noFormula(cell); got != want {
			t.Fatalf("%q becomes %q, want %q", cell, got, want)
		}
	}
}
