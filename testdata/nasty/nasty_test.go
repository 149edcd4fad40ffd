package nasty

import (
	"slices"
	"testing"
)

func TestTextsDiffer(t *testing.T) {
	texts := Texts()
	if len(texts) < 150 {
		t.Errorf("there are %d texts only", len(texts))
	}
	slices.Sort(texts)
	for i := range texts[1:] {
		if texts[i] == texts[i+1] {
			t.Errorf("%q is there twice", texts[i])
		}
	}
}
