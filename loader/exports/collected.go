package exports

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// Collector is the script that collects exports, for PowerShell.
//
//go:embed collect.ps1
var Collector string

// collectorKinds are the files of the collector script that come from no cmdlet.
func collectorKinds() []kind {
	return []kind{
		{name: "collect.ps1 manifest", needs: [][]string{{"hybridlintmanifest"}}, side: anySide, read: readManifest},
		{name: "collect.ps1 errors", needs: [][]string{{"notexported"}, {"error"}}, side: anySide, read: readNotExported},
		{name: "Get-MailboxStatistics", types: []string{"mailboxstatistics"}, needs: [][]string{{"totalitemsize", "itemcount"}, {"mailbox", "mailboxguid", "displayname", "identity", "primarysmtpaddress", "userprincipalname"}}, when: isSize, side: anySide, read: readMailboxStatistics},
		{name: "Get-MoveRequest", types: []string{"moverequest"}, needs: [][]string{{"batchname"}, {"exchangeguid"}, {"status"}}, side: anySide, read: readNothing},
	}
}

// collection is what is held of the collector's own files.
type collection struct {
	manifests []manifest
	failures  []unexportedRow
	remarks   []string
}

// manifest is a manifest of the collector: which files it wrote, and whether they are complete.
type manifest struct {
	row rowRef
	// dir is the folder of the manifest, and of its files.
	dir      string
	finished bool
	files    []manifestFile
}

type manifestFile struct {
	name, cmdlet string
	// rows is -1 where the manifest does not say it.
	rows     int
	finished bool
	reason   string
}

// unexportedRow is a recipient whose permissions of a kind could not be exported.
type unexportedRow struct {
	permissions []model.Permission
	side        side
	recipient   *named
}

// permissionsOf are the permissions that a file of the collector says all of.
func permissionsOf(file string) []model.Permission {
	switch rows.Plain(file) {
	case "mailboxpermission":
		return []model.Permission{model.FullAccess}
	case "adpermission", "recipientpermission":
		return []model.Permission{model.SendAs}
	case "mailboxfolderpermission", "mailboxfolderstatistics":
		return []model.Permission{model.Folder}
	default:
		return nil
	}
}

const (
	reasonNotCollected = "could not be exported"
	reasonIncomplete   = "the manifest of the collection says more than is there; run the script again in the same folder"
	reasonNoManifest   = "the manifest cannot be understood; it is written by collect.ps1 and is not to be edited"
)

// readNotExported reads a row of the collector's file of errors: something is not in the exports, and nobody knows what it would say.
func readNotExported(r *reading, row *rows.Row) {
	file, mailbox := row.Text("notexported"), row.Text("mailbox")
	what := file
	if mailbox != "" {
		what += " of " + mailbox
		if permissions := permissionsOf(file); permissions != nil {
			r.collected.failures = append(r.collected.failures, unexportedRow{permissions, r.side, r.name(mailbox)})
		}
	}
	r.lose(r.row, reasonNotCollected, shortened(what+": "+row.Text("error")))
}

// readManifest reads the collector's manifest. It is compared with the files when all have been read.
func readManifest(r *reading, row *rows.Row) {
	m := manifest{row: r.row, dir: path.Dir(r.files[r.file]), finished: row.Text("finished") != ""}
	if row.Text("hybridlintmanifest") != "1" || !row.Has("files") {
		r.lose(r.row, reasonNoManifest, "the manifest of a collection")
		return
	}
	files := row.Value("files")
	if files.Fields != nil { // ConvertTo-Json writes a list of one as the one
		files.List = []rows.Value{files}
	}
	for _, v := range files.List {
		f := manifestFile{name: strings.Clone(v.Fields["name"].String()), cmdlet: strings.Clone(v.Fields["cmdlet"].String()), reason: strings.Clone(v.Fields["reason"].String()), rows: -1}
		if read, err := strconv.Atoi(v.Fields["rows"].String()); err == nil {
			f.rows = read
		}
		finished, known := rows.TruthOf(v.Fields["finished"].String())
		if f.name == "" || !known || f.rows < 0 {
			r.lose(r.row, reasonNoManifest, "the manifest of a collection")
			return
		}
		f.finished = finished
		m.files = append(m.files, f)
	}
	if seen, known := rows.TruthOf(row.Text("viewentireforest")); known && !seen {
		r.collected.remarks = append(r.collected.remarks, fmt.Sprintf("%s: the session of the collection saw one domain only. Where the forest has several, run Set-ADServerSettings -ViewEntireForest $true and collect again.", r.files[r.file]))
	}
	r.collected.manifests = append(r.collected.manifests, m)
	r.ignore(r.row, "says what was collected")
}

// compareManifests compares what the collector says that it wrote with what was read. A file that is shorter, missing or was
// never finished is a loss: what it would have said is not known to be not there.
func (im *importer) compareManifests() {
	for _, m := range im.collected.manifests {
		if !m.finished {
			im.lose(m.row, reasonIncomplete, "the collection in "+m.dir+" was interrupted")
		}
		for _, f := range m.files {
			im.compareFile(&m, f)
		}
	}
}

func (im *importer) compareFile(m *manifest, f manifestFile) {
	name := path.Join(m.dir, path.Base(strings.ReplaceAll(f.name, `\`, "/")))
	at := slices.Index(im.files, name)
	switch {
	case !f.finished && strings.HasPrefix(f.reason, "the cmdlet "):
		im.collected.remarks = append(im.collected.remarks, fmt.Sprintf("%s was not collected: %s.", name, shortened(f.reason)))
	case !f.finished:
		im.lose(m.row, reasonIncomplete, name+" was not finished: "+shortened(f.reason))
	case at < 0:
		im.lose(m.row, reasonIncomplete, name+" is not there")
	case im.rowsOf(at) != f.rows:
		im.lose(m.row, reasonIncomplete, fmt.Sprintf("%s has %d rows, and had %d when it was collected", name, im.rowsOf(at), f.rows))
	}
}

// rowsOf counts the rows of a file.
func (l *ledger) rowsOf(file int) int {
	end := rowRef(l.rows.len())
	if file+1 < len(l.firstRows) {
		end = l.firstRows[file+1]
	}
	return int(end - l.firstRows[file])
}

// unexported are the sides on which the permissions of a recipient could not be exported.
type unexported map[model.Permission]map[*person][]side

// settleUnexported finds out about whom the collector's files of errors are.
func (j *join) settleUnexported() {
	j.unexported = unexported{}
	for _, n := range j.collected.failures {
		p := j.find(n.recipient).on(n.side)
		if !p.placeable() {
			continue
		}
		for _, permission := range n.permissions {
			if j.unexported[permission] == nil {
				j.unexported[permission] = map[*person][]side{}
			}
			j.unexported[permission][p] = append(j.unexported[permission][p], n.side)
		}
	}
}
