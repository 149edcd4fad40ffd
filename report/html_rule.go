package report

import (
	"net/url"
	"strings"
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

func htmlRuleOf(r *Rule) *htmlRule {
	rule := &htmlRule{
		ID: Visible(r.ID), Name: Visible(r.Name), Title: Visible(r.Title), Description: visibleLines(r.Description),
		Why: visibleLines(r.WhySeverity), Pages: []htmlResource{},
	}
	for _, page := range r.Resources {
		if address := secureURL(page.URL); address != "" {
			rule.Pages = append(rule.Pages, htmlResource{Visible(page.Title), address, Visible(page.Checked)})
		}
	}
	return rule
}

// secureURL is an address that a browser may be led to; empty where it is none.
func secureURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsFunc(address, deceptive) {
		return ""
	}
	return u.String()
}
