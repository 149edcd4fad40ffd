package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"hybridlint/report"
	"hybridlint/report/wording"
)

// edited is a file with another value of one attribute. hclwrite makes the value, and no more: a file that it writes is formatted
// anew. An error says that there is no such attribute at the place.
func edited(text string, e report.Edit) (string, error) {
	plain := strings.TrimPrefix(text, "\ufeff")
	file, diagnostics := hclsyntax.ParseConfig([]byte(plain), e.Location.File, hcl.InitialPos)
	value, others := hclwrite.ParseConfig([]byte("value = "+e.Text+"\n"), "", hcl.InitialPos)
	if diagnostics.HasErrors() || others.HasErrors() {
		return "", errors.Join(diagnostics, others)
	}
	tokens := value.Body().GetAttribute("value").Expr().BuildTokens(nil)
	begin := offset(plain, e.Location.Start)
	for _, block := range file.Body.(*hclsyntax.Body).Blocks {
		attribute := block.Body.Attributes[e.Attribute]
		if attribute == nil || attribute.Expr.Range().Start.Byte != begin {
			continue
		}
		end := attribute.Expr.Range().End.Byte
		return text[:len(text)-len(plain)+begin] + strings.TrimSpace(string(tokens.Bytes())) + plain[end:], nil
	}
	return "", fmt.Errorf("%s: there is no value of %s", wording.Place(e.Location), e.Attribute)
}

// offset is where a place begins, in bytes; behind the text for none.
func offset(text string, at report.Position) int {
	begin := 0
	for range at.Line - 1 {
		end := strings.IndexByte(text[begin:], '\n')
		if end < 0 {
			return len(text)
		}
		begin += end + 1
	}
	column := 1
	for i := range text[begin:] {
		if column == at.Column {
			return begin + i
		}
		column++
	}
	return len(text)
}
