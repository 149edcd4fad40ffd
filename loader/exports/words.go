package exports

import (
	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// truth is what a row says in the first of these columns that is not empty. A word that is no truth is a loss.
func (r *reading) truth(row *rows.Row, columns ...string) model.Bool {
	for _, column := range columns {
		text := row.Value(column).String()
		if text == "" {
			continue
		}
		truth, known := rows.TruthOf(text)
		if !known {
			r.wrongWord(row, column, text)
			return model.Undeclared
		}
		return model.BoolOf(truth)
	}
	return model.Undeclared
}

// wrongWord notes that a row has a word that is none that Exchange writes there.
func (r *reading) wrongWord(row *rows.Row, column, text string) {
	r.lose(r.row, wrongValue, row.Heading(column)+" "+text)
	r.wrong = true
}

// denied tells whether an entry denies, by its columns Deny, AccessControlType or Allow/Deny. A word that is none of these is a loss.
func (r *reading) denied(row *rows.Row) bool {
	deny := r.truth(row, "deny") == model.True
	for _, column := range []string{"accesscontroltype", "allowdeny"} {
		text := row.Value(column).String()
		if text == "" {
			continue
		}
		allow, known := rows.Allowed(text)
		if !known {
			r.wrongWord(row, column, text)
		}
		deny = deny || known && !allow
	}
	return deny
}
