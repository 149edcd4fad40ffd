package exports

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"hybridlint/loader/model"
)

// writtenTime is a day, and mostly a time, as an export writes it. Where the month is no word and the year comes last, either of
// two numbers may be the month.
type writtenTime struct {
	year, first, second int
	order               dateOrder
	clock               time.Duration
	zone                time.Duration
}

// dateOrder says which of two numbers is the day.
type dateOrder uint8

const (
	eitherFirst dateOrder = iota
	dayFirst
	monthFirst
)

var (
	ticks     = regexp.MustCompile(`^/Date\((-?\d{1,14})(?:[+-]\d{4})?\)/$`)
	yearFirst = regexp.MustCompile(`^(\d{4})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{1,2})\.?(?:[T ]+|$)`)
	yearLast  = regexp.MustCompile(`^(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?(\d{4})(?:,?\s+|$)`)
	monthWord = regexp.MustCompile(`^(?:\pL+\.?,?\s+)?(?:(\d{1,2})\.?[\s-]+(?:de\s+)?(\pL+)\.?|(\pL+)\.?\s+(\d{1,2}))(?:,|\s+de)?[\s-]+(\d{4})(?:,?\s+|$)`)
	clockTime = regexp.MustCompile(`^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?\s?[Mm]\.?)?\s*(?:Uhr\s*)?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$`)
)

// monthNames are the months by the beginnings of their names, in the languages in which PowerShell mostly writes them.
var monthNames = func() map[string]int {
	months := map[string]int{}
	for _, names := range []string{
		"january february march april may june july august september october november december", "jan feb mar apr may jun jul aug sep oct nov dec",
		"januar februar märz april mai juni juli august september oktober november dezember", "jan feb mrz apr mai jun jul aug sept okt nov dez",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "janv févr mars avr mai juin juil août sept oct nov déc",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"januari februari maart april mei juni juli augustus september oktober november december", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"januari februari mars april maj juni juli augusti september oktober november december", "januar februar marts april maj juni juli august september oktober november december",
	} {
		for i, name := range strings.Fields(names) {
			months[name] = i + 1
		}
	}
	return months
}()

// timeOf reads a day or a time as PowerShell writes it, in the culture of whoever exported it; ok is false for what is none. A time without
// a zone is one of UTC, as Exchange Online gives it.
func timeOf(text string) (w writtenTime, ok bool) {
	text = strings.TrimSpace(strings.Map(func(c rune) rune {
		if c == '\u200e' || c == '\u200f' {
			return -1
		}
		if c == '\u202f' || c == '\u00a0' {
			return ' '
		}
		return c
	}, text))
	number := func(digits string) int { n, _ := strconv.Atoi(digits); return n }
	if m := ticks.FindStringSubmatch(text); m != nil {
		milliseconds, _ := strconv.ParseInt(m[1], 10, 64)
		t := time.UnixMilli(milliseconds).UTC()
		return writtenTime{year: t.Year(), first: t.Day(), second: int(t.Month()), order: dayFirst,
			clock: t.Sub(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC))}, true
	}
	var rest string
	switch {
	case yearFirst.MatchString(text):
		m := yearFirst.FindStringSubmatch(text)
		w, rest = writtenTime{year: number(m[1]), first: number(m[2]), second: number(m[3]), order: monthFirst}, text[len(m[0]):]
	case yearLast.MatchString(text):
		m := yearLast.FindStringSubmatch(text)
		w, rest = writtenTime{year: number(m[4]), first: number(m[1]), second: number(m[3])}, text[len(m[0]):]
		if m[2] == "." { // only day first is written with dots
			w.order = dayFirst
		}
	case monthWord.MatchString(text):
		m := monthWord.FindStringSubmatch(text)
		month := monthNames[strings.ToLower(m[2]+m[3])]
		w, rest = writtenTime{year: number(m[5]), first: number(m[1] + m[4]), second: month, order: dayFirst}, text[len(m[0]):]
		if month == 0 {
			return w, false
		}
	default:
		return w, false
	}
	return w, w.readClock(rest)
}

// readClock reads what stands behind the day.
func (w *writtenTime) readClock(text string) bool {
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "at "))
	if text == "" {
		return true
	}
	m := clockTime.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	number := func(digits string) int { n, _ := strconv.Atoi(digits); return n }
	hour, minute, second := number(m[1]), number(m[2]), number(m[3])
	if half := strings.ToLower(m[4]); half != "" {
		if hour < 1 || hour > 12 {
			return false
		}
		if hour %= 12; half[0] == 'p' {
			hour += 12
		}
	}
	if zone := strings.ReplaceAll(m[5], ":", ""); len(zone) == 5 {
		w.zone = time.Duration(number(zone[1:3]))*time.Hour + time.Duration(number(zone[3:]))*time.Minute
		if zone[0] == '-' {
			w.zone = -w.zone
		}
	}
	w.clock = time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
	return hour < 24 && minute < 60 && second < 60
}

// none tells the times that stand for none.
func (w writtenTime) none() bool { return w.year == 9999 || w.year == 1 || w.year == 1601 }

// shows is the order that the numbers prove: a month is at most 12. Where both are the same, it does not matter.
func (w writtenTime) shows() dateOrder {
	switch {
	case w.order != eitherFirst:
		return w.order
	case w.first == w.second, w.second > 12 && w.first <= 12:
		return monthFirst
	case w.first > 12 && w.second <= 12:
		return dayFirst
	default:
		return eitherFirst
	}
}

// in is the instant, in an order of day and month; ok is false for what is in no calendar.
func (w writtenTime) in(order dateOrder) (t time.Time, ok bool) {
	day, month := w.first, w.second
	if order == monthFirst {
		day, month = month, day
	}
	date := time.Date(w.year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if date.Year() != w.year || int(date.Month()) != month || date.Day() != day || w.year < 1990 {
		return t, false
	}
	return date.Add(w.clock - w.zone), true
}

// dateColumn is a column of a file. All of its dates are written in one order.
type dateColumn struct {
	file   int32
	column string
}

// noteOrder notes the order that a date of a column proves.
func (im *importer) noteOrder(c dateColumn, w writtenTime) {
	if w.order != eitherFirst || w.first == w.second {
		return
	}
	if order := w.shows(); order != eitherFirst {
		if known, told := im.dateOrders[c]; told && known != order {
			order = eitherFirst // proven both ways
		}
		im.dateOrders[c] = order
	}
}

// timeIn is the instant that a text in a column means. Reason is why it is none; empty also where it stands for none, which is not ok.
func (im *importer) timeIn(c dateColumn, w writtenTime) (t time.Time, ok bool, reason string) {
	if w.none() {
		return t, false, ""
	}
	order := w.shows()
	if w.order == eitherFirst && w.first != w.second {
		if order = im.dateOrders[c]; order == eitherFirst {
			return t, false, eitherOrder
		}
	}
	if t, ok = w.in(order); !ok {
		return t, false, wrongValue
	}
	return t, true, ""
}

// eitherOrder is why a date is not understood.
const eitherOrder = "the date may be day and month or month and day, and no date of the column shows which; export it as yyyy-MM-dd"

// dayOf is the day of an instant as the model has it; 0 for none.
func dayOf(t time.Time) model.Date {
	return model.Date(t.Year()*10_000 + int(t.Month())*100 + t.Day())
}

// instantText is an instant as the language writes it: a day alone where it is the beginning of one.
func instantText(t time.Time) string {
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04:05Z")
}
