package rows

import "strings"

// goneColumns say of an object that it is no longer there, with the reason. Those of dates say it where they are not empty.
var (
	goneTruths = map[string]string{
		"isinactivemailbox": inactive, "inactivemailbox": inactive, "issoftdeleted": softDeleted, "issoftdeletedbyremove": softDeleted, "issoftdeletedbydisable": softDeleted,
		"softdeleted": softDeleted, "isdeleted": softDeleted, "isdisconnected": disconnected,
	}
	goneDates = map[string]string{
		"whensoftdeleted": softDeleted, "disconnectdate": disconnected, "disconnectreason": disconnected, "softdeletedon": softDeleted, "deletedon": softDeleted, "deleteddatetime": softDeleted,
	}
)

// The reasons for which objects are ignored that are no longer there.
const (
	inactive     = "is an inactive mailbox"
	softDeleted  = "is soft-deleted"
	disconnected = "is a disconnected mailbox"
	absent       = "says that there is none (Ensure is Absent)"
)

// GoneReason is why a row is about something that is no longer there; empty where it is there.
func GoneReason(row *Row) string {
	if row.gone == nil {
		row.gone = goneColumnsOf(row.Table)
	}
	for _, column := range row.gone {
		text := row.Value(column).String()
		if text == "" {
			continue
		}
		if reason := goneTruths[column]; reason != "" {
			if truth, known := TruthOf(text); known && truth {
				return reason
			}
			continue
		}
		if reason := goneBy(column, text); reason != "" {
			return reason
		}
	}
	return ""
}

// goneBy is the reason that a text in a column tells.
func goneBy(column, text string) string {
	switch column {
	case "ensure":
		if strings.EqualFold(text, "Absent") {
			return absent
		}
	case "recipientsoftdeletedstatus":
		if text != "0" && !strings.EqualFold(text, "None") {
			return softDeleted
		}
	case "distinguishedname", "dn":
		if strings.Contains(text, "\\0ADEL:") || strings.Contains(text, "\nDEL:") || strings.Contains(text, "OU=Soft Deleted Objects,") {
			return softDeleted
		}
	case "disconnectreason":
		if Plain(text) != "none" && text != "0" {
			return disconnected
		}
	default:
		if !isNoDate(text) {
			return goneDates[column]
		}
	}
	return ""
}

// isNoDate tells a date that stands for none.
func isNoDate(text string) bool {
	return strings.HasPrefix(text, "0001-") || strings.HasPrefix(text, "1/1/0001") || strings.HasPrefix(text, "01/01/0001") || strings.HasPrefix(text, "01.01.0001") || Plain(text) == "null"
}

// goneColumnsOf are the columns of a table that may say that an object is gone.
func goneColumnsOf(t *Table) []string {
	columns := []string{}
	for i, c := range t.Columns {
		name := Plain(c)
		_, isDate := goneDates[name]
		_, isTruth := goneTruths[name]
		if t.places[name] == i && (isDate || isTruth || name == "ensure" || name == "recipientsoftdeletedstatus" || name == "distinguishedname" || name == "dn") {
			columns = append(columns, name)
		}
	}
	return columns
}
