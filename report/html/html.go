package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/stream"
	"hybridlint/report/wording"
)

// Writer writes the report for people who want to see and to sort what is wrong: one file that opens offline in a browser. The
// numbers, the problems and what matters most are markup; the findings are data that the file's own script shows.
type Writer struct{}

// htmlDelegations is how many delegations without a finding are drawn at most: there are hundreds of thousands, and hardly
// any is looked at. Findings are all there, and so is every delegation that one is about.
const htmlDelegations = 30_000

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	return writeHTML(w, r, o, htmlDelegations)
}

func writeHTML(w io.Writer, r *report.Report, o report.Options, delegations int) error {
	assets, err := loadHTMLAssets()
	if err != nil {
		return err
	}
	r = folding.Judged(r, o)
	pages := wording.PagesOf(o.SARIF.Checkout)
	page := htmlPageOf(r, surveyOf(r), o.SARIF.Checkout)
	page.addPlain(r, o)
	page.compare(r)
	page.Policy = assets.policy()

	s := stream.NewJSON(w)
	s.EscapeHTML()
	writeTemplate(s, assets.markup, "head", page)
	s.Raw("<style>" + assets.style + "</style>\n")
	writeTemplate(s, assets.markup, "body", page)
	s.Raw(`<script type="application/json" id="report-data">`)
	writeHTMLData(s, r, pages, delegations)
	s.Raw("</script>\n")
	s.Raw(`<script type="module">` + assets.script + "</script>\n</body>\n</html>\n")
	return s.Close()
}

// writeTemplate writes markup.
func writeTemplate(s *stream.JSON, markup *template.Template, name string, page *htmlPage) {
	s.With(func(w io.Writer) error { return markup.ExecuteTemplate(w, name, page) })
}

//go:embed *.tmpl *.css *.js
var htmlFiles embed.FS

// htmlScripts are the parts of the script in order: they become one module.
func htmlScripts() []string {
	return []string{"data.js", "dom.js", "finding.js", "findings.js", "graph.js", "picture.js", "main.js"}
}

// htmlAssets are what every report has in common.
type htmlAssets struct {
	markup        *template.Template
	style, script string
}

func loadHTMLAssets() (*htmlAssets, error) {
	markup, err := template.ParseFS(htmlFiles, "*.tmpl")
	if err != nil {
		return nil, err
	}
	style, err := htmlFiles.ReadFile("report.css")
	if err != nil {
		return nil, err
	}
	var script strings.Builder
	for _, name := range htmlScripts() {
		part, err := htmlFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		script.WriteString("\n")
		script.Write(part)
	}
	return &htmlAssets{markup: markup, style: "\n" + string(style), script: script.String()}, nil
}

// policy lets the browser run this script and use this style and nothing else, load nothing, and refuse markup that is
// made from text.
func (a *htmlAssets) policy() string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src '" + digest(a.script) + "'",
		"style-src '" + digest(a.style) + "'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	}, "; ")
}

// digest is the hash of a text as a content security policy names it.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
