package report

import (
	"net/url"
	"strings"
)

// FileURI is the file: URI of an absolute path that is written with "/": /srv/a.hcl, C:/a.hcl, or //server/share/a.hcl, whose
// server is the host of the URI.
func FileURI(path string) string {
	if long, ok := strings.CutPrefix(path, "//?/"); ok { // how Windows says that a path may be long
		path = long
		if unc, ok := strings.CutPrefix(long, "UNC/"); ok {
			path = "//" + unc
		}
	}
	uri := url.URL{Scheme: "file", Path: path}
	if unc, ok := strings.CutPrefix(path, "//"); ok {
		host, rest, _ := strings.Cut(unc, "/")
		uri.Host, uri.Path = host, "/"+rest
	} else if !strings.HasPrefix(path, "/") {
		uri.Path = "/" + path
	}
	return uri.String()
}
