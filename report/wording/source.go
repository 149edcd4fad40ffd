package wording

import (
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"hybridlint/report"
)

// Pages are those of a repository's files at one revision, on the site that it is hosted on. The zero Pages has none.
type Pages struct {
	// Before stands before the path of a file, as the reports name it, and After between that and the number of a line.
	Before, After string
}

// PagesOf are the pages of what was checked out. They are known of a commit on a site that is reached by https, where the working
// directory lies in what was checked out.
func PagesOf(c report.Checkout) Pages {
	u, err := url.Parse(strings.TrimSuffix(c.URI, ".git"))
	if err != nil || u.Scheme != "https" || c.Revision == "" || c.Folder == "" {
		return Pages{}
	}
	folder := ""
	if c.Folder != "." {
		folder = escapedPath(c.Folder) + "/"
	}
	site := strings.TrimSuffix(u.String(), "/")
	switch host := u.Hostname(); {
	case host == "dev.azure.com" || strings.HasSuffix(host, ".visualstudio.com"):
		return Pages{site + "?path=/" + folder, "&version=GC" + c.Revision + "&line="}
	case strings.Contains(host, "gitlab"):
		return Pages{site + "/-/blob/" + c.Revision + "/" + folder, "#L"}
	default:
		return Pages{site + "/blob/" + c.Revision + "/" + folder, "#L"}
	}
}

// Page is that of a place; empty where there is none.
func (p Pages) Page(l report.Location) string {
	if p.Before == "" || l.IsZero() || !filepath.IsLocal(filepath.FromSlash(l.File)) || l.File == "-" {
		return ""
	}
	return p.Before + escapedPath(path.Clean(l.File)) + p.After + strconv.Itoa(l.Start.Line)
}

func escapedPath(file string) string {
	parts := strings.Split(file, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}
