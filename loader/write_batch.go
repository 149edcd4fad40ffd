package loader

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader/model"
)

// WrittenBatch is a migration_batch block to be written.
type WrittenBatch struct {
	Name, SourceForest string
	// CompleteAfter is a day, YYYY-MM-DD.
	CompleteAfter string
	Members       []string
	// Comments stand above it, one a line.
	Comments []string
}

// WriteBatch writes a batch of an onboarding as the file of a configuration.
func WriteBatch(b *WrittenBatch) string {
	file := hclwrite.NewEmptyFile()
	for _, line := range b.Comments {
		file.Body().AppendUnstructuredTokens(hclwrite.Tokens{{Type: hclsyntax.TokenComment, Bytes: []byte("# " + strings.TrimSpace(line) + "\n")}})
	}
	body := file.Body().AppendNewBlock("migration_batch", []string{b.Name}).Body()
	body.SetAttributeValue("direction", cty.StringVal(model.Word(model.Onboarding)))
	if b.SourceForest != "" {
		body.SetAttributeValue("source_forest", cty.StringVal(b.SourceForest))
	}
	body.SetAttributeValue("complete_after", cty.StringVal(b.CompleteAfter))
	body.SetAttributeRaw("members", onePerLine(b.Members))
	return string(hclwrite.Format(file.Bytes()))
}

// onePerLine is a list with a line for each element, so that a comparison shows who came and went.
func onePerLine(elements []string) hclwrite.Tokens {
	newline := &hclwrite.Token{Type: hclsyntax.TokenNewline, Bytes: []byte("\n")}
	tokens := hclwrite.Tokens{{Type: hclsyntax.TokenOBrack, Bytes: []byte("[")}, newline}
	for _, e := range elements {
		tokens = append(tokens, hclwrite.TokensForValue(cty.StringVal(e))...)
		tokens = append(tokens, &hclwrite.Token{Type: hclsyntax.TokenComma, Bytes: []byte(",")}, newline)
	}
	return append(tokens, &hclwrite.Token{Type: hclsyntax.TokenCBrack, Bytes: []byte("]")})
}
