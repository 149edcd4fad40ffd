package html

import (
	"net/url"
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
)

type htmlRule struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description"`
	Why         string         `json:"why"`
	Pages       []htmlResource `json:"pages"`
}

type htmlResource struct {
	Title   string `json:"title"`
	URL     string `json:"url"`
	Checked string `json:"checked"`
}

func htmlRuleOf(r *report.Rule) *htmlRule {
	rule := &htmlRule{
		ID: visible.Text(r.ID), Name: visible.Text(r.Name), Title: visible.Text(r.Title), Description: visible.Lines(r.Description),
		Why: visible.Lines(r.WhySeverity), Pages: []htmlResource{},
	}
	for _, page := range r.Resources {
		if address := secureURL(page.URL); address != "" {
			rule.Pages = append(rule.Pages, htmlResource{visible.Text(page.Title), address, visible.Text(page.Checked)})
		}
	}
	return rule
}

// secureURL is an address that a browser may be led to; empty where it is none.
func secureURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsFunc(address, visible.Acts) {
		return ""
	}
	return u.String()
}
