package rows

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// rowsOf shows rows as "line type name=value …".
func rowsOf(t *testing.T, text string) []string {
	t.Helper()
	rows, err := readAll(text)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return rows
}

func readAll(text string) ([]string, error) {
	var rows []string
	err := Read(strings.NewReader(text), Sink{Row: func(r *Row) {
		line := fmt.Sprintf("%d", r.Line)
		if r.Type != "" {
			line += " " + r.Type
		}
		if r.Broken != nil {
			rows = append(rows, line+" broken")
			return
		}
		for _, c := range r.Columns {
			v := r.Value(Plain(c))
			if v.List != nil {
				line += fmt.Sprintf(" %s=%q", c, v.Texts())
			} else {
				line += fmt.Sprintf(" %s=%q", c, v.String())
			}
		}
		rows = append(rows, line)
	}})
	return rows, err
}

// A file that was cut off in a quotation is not read to its end, which is more than a row that is not understood.
func TestCSVThatIsCutOff(t *testing.T) {
	for text, line := range map[string]int{"Identity,User\na,\"b\nc,d\n": 2, "sep=;\nIdentity;User\nx;y\na;\"b": 4} {
		broken := 0
		err := Read(strings.NewReader(text), Sink{Row: func(row *Row) {
			if row.Broken != nil {
				broken++
			}
		}})
		if placed, ok := errors.AsType[*LineError](err); !ok || placed.Line != line || !errors.Is(err, errCutOff) || broken != 1 {
			t.Errorf("%q: %v, %d broken rows", text, err, broken)
		}
	}
}

func TestCSV(t *testing.T) {
	amy := []string{`2 Identity="amy" User="CONTOSO\\jörg"`}
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"comma":           {"Identity,User\r\namy,CONTOSO\\jörg\r\n", amy},
		"quoted":          {"\"Identity\",\"User\"\n\"amy\",\"CONTOSO\\jörg\"\n", amy},
		"semicolon":       {"Identity;User\namy;CONTOSO\\jörg", amy},
		"tab":             {"Identity\tUser\namy\tCONTOSO\\jörg", amy},
		"circumflex":      {"Identity^User\namy^CONTOSO\\jörg", amy},
		"byte order mark": {"\xEF\xBB\xBFIdentity,User\namy,CONTOSO\\jörg", amy},
		"Windows-1252":    {"Identity,User\namy,CONTOSO\\j\xF6rg", amy},
		"UTF-16LE":        {"\xFF\xFE" + utf16Text("Identity,User\r\namy,CONTOSO\\jörg\r\n", binary.LittleEndian), amy},
		"UTF-16BE":        {"\xFE\xFF" + utf16Text("Identity,User\r\namy,CONTOSO\\jörg\r\n", binary.BigEndian), amy},
		"UTF-16LE bare":   {utf16Text("Identity,User\r\namy,CONTOSO\\jörg\r\n", binary.LittleEndian), amy},
		"type": {"#TYPE Deserialized.Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject\nIdentity,User\namy,x\n",
			[]string{`3 Deserialized.Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject Identity="amy" User="x"`}},
		"separator":        {"sep=;\nIdentity;User\namy;a,b\n", []string{`3 Identity="amy" User="a,b"`}},
		"short row":        {"Identity,User\namy\nbob,\n", []string{"2 broken", `3 Identity="bob" User=""`}},
		"empty rows":       {"Identity,User\n , \namy,x\n,,,\n \n", []string{`3 Identity="amy" User="x"`}},
		"value of 2 lines": {"Identity,User\n\"a\nb\",x\namy,y\n", []string{`2 Identity="a\nb" User="x"`, `4 Identity="amy" User="y"`}},
		"broken rows":      {"Identity,User\na,b,c\na \"b\",c\namy,x\n", []string{"2 broken", "3 broken", `4 Identity="amy" User="x"`}},
		"header only":      {"Identity,User\n", nil},
		"second header":    {"Identity,User\namy,x\nIdentity,User\nbob,y\n", []string{`2 Identity="amy" User="x"`, `4 Identity="bob" User="y"`}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, rowsOf(t, test.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func utf16Text(text string, order binary.ByteOrder) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, 0, 0)
		order.PutUint16(b[len(b)-2:], unit)
	}
	return string(b)
}

func TestJSON(t *testing.T) {
	amy := []string{`1 User="amy" AccessRights=["FullAccess" "ReadPermission"] Deny="False"`}
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"one result":    {`{"User":"amy","AccessRights":["FullAccess","ReadPermission"],"Deny":false}`, amy},
		"array":         {`[{"User":"amy","AccessRights":["FullAccess","ReadPermission"],"Deny":false}]`, amy},
		"REST":          {`{"@odata.context":"https://x","value":[{"User":"amy","AccessRights":{"@odata.type":"#Collection(String)","value":["FullAccess","ReadPermission"]},"Deny":false}],"@odata.count":1}`, amy},
		"Count":         {`[{"User":"amy","AccessRights":{"value":["FullAccess","ReadPermission"],"Count":2},"Deny":false}]`, amy},
		"lines":         {"[\n  {\n    \"User\": \"amy\"\n  },\n\n  {\n    \"User\": \"bob\"\n  }\n]", []string{`2 User="amy"`, `6 User="bob"`}},
		"value as name": {`{"Name":"Microsoft.OptionalFeature.HybridExchange","Value":"True"}`, []string{`1 Name="Microsoft.OptionalFeature.HybridExchange" Value="True"`}},
		"one per line":  {"{\"User\":\"amy\"}\n{\"User\":\"bob\"}\n", []string{`1 User="amy"`, `2 User="bob"`}},
		"object":        {`{"User":{"UserType":{"Value":"Internal"},"DisplayName":"Amy"},"n":null}`, []string{`1 User="Amy" n=""`}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, rowsOf(t, test.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

const clixml = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
  <Obj RefId="0">
    <TN RefId="0"><T>Deserialized.Microsoft.Exchange.Data.Directory.Management.Mailbox</T><T>System.Object</T></TN>
    <ToString>amy</ToString>
    <Props>
      <S N="DisplayName">Amy_x0020_Alberts _xD83D__xDE00_</S>
      <B N="IsDirSynced">true</B>
      <Nil N="LinkedMasterAccount" />
      <Obj N="RecipientTypeDetails" RefId="1"><TN RefId="1"><T>System.Enum</T></TN><ToString>UserMailbox</ToString><I32>1</I32></Obj>
      <Obj N="EmailAddresses" RefId="2"><TN RefId="2"><T>X</T></TN><LST><S>SMTP:amy@contoso.com</S><S>X500:/o=A</S></LST></Obj>
    </Props>
    <MS><S N="PSComputerName">outlook.office365.com</S><BA N="SerializationData">AAEAAAD=</BA></MS>
  </Obj>
  <Obj RefId="3"><TNRef RefId="0" /><Props><S N="DisplayName">Bob</S><Ref N="Same" RefId="3" /></Props></Obj>
</Objs>`

func TestCLIXML(t *testing.T) {
	const mailbox = "Deserialized.Microsoft.Exchange.Data.Directory.Management.Mailbox"
	want := []string{
		`2 ` + mailbox + ` DisplayName="Amy Alberts 😀" IsDirSynced="True" LinkedMasterAccount="" RecipientTypeDetails="UserMailbox"` +
			` EmailAddresses=["SMTP:amy@contoso.com" "X500:/o=A"] PSComputerName="outlook.office365.com" SerializationData=""`,
		`14 ` + mailbox + ` DisplayName="Bob" Same=""`,
	}
	if diff := cmp.Diff(want, rowsOf(t, clixml)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, rowsOf(t, "\xFF\xFE"+utf16Text(`<?xml version="1.0" encoding="utf-16"?>`+clixml, binary.LittleEndian))); diff != "" {
		t.Error(diff)
	}
}

func TestSynchronizationXML(t *testing.T) {
	settings := rowsOf(t, `<saved-mv-configuration><!-- x --><mv-data><schema><a><b/></a></schema><parameter-values>
<parameter name="Microsoft.OptionalFeature.HybridExchange" type="string">True</parameter></parameter-values></mv-data></saved-mv-configuration>`)
	if diff := cmp.Diff([]string{`2 ` + GlobalSettingType + ` Name="Microsoft.OptionalFeature.HybridExchange" Value="True"`}, settings); diff != "" {
		t.Error(diff)
	}
	rule := rowsOf(t, `<synchronizationRule><name>Out to AD</name><disabled>False</disabled><attribute-mappings><mapping><dest>publicDelegates</dest><src><attr>x</attr></src></mapping></attribute-mappings></synchronizationRule>`)
	if diff := cmp.Diff([]string{`1 ` + SynchronizationRuleType + ` name="Out to AD" disabled="False" AttributeFlowMappings=["publicDelegates"]`}, rule); diff != "" {
		t.Error(diff)
	}
}

// TestUnreadable: what cannot be read is an error, never an empty export.
func TestUnreadable(t *testing.T) {
	for name, text := range map[string]string{
		"cut JSON":         `[{"User":"amy"},{"User":`,
		"array of text":    `["amy"]`,
		"cut XML":          clixml[:700],
		"other XML":        "<html></html>",
		"values":           "<Objs><S>amy</S></Objs>",
		"binary":           "\x00\x01\x02\x03",
		"quote never shut": "Identity,User\n\"" + strings.Repeat("x", maxRow+1<<20),
		"deep JSON":        strings.Repeat("[", 20_000),
		"deep object":      strings.Repeat(`{"a":`, deepestNesting+2) + "1" + strings.Repeat("}", deepestNesting+2),
		"deep XML":         "<Objs>" + strings.Repeat(`<Obj><LST>`, 100_000),
		"deep settings":    strings.Repeat("<saved-mv-configuration>", 1) + strings.Repeat("<mv-data>", 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			if rows, err := readAll(text); err == nil {
				t.Errorf("read %d rows", len(rows))
			}
		})
	}
}

// TestEmpty: a file without content is no export without rows.
func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "\xEF\xBB\xBF", "\r\n \r\n", "[]", `{"value":[]}`, "sep=;\n"} {
		if _, err := readAll(text); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAddresses(t *testing.T) {
	got := ProxyAddresses(Value{Text: "{SMTP:amy@x.com, X500:/o=A/ou=B (C)/cn=a b, smtp:a@y.com}"})
	if diff := cmp.Diff([]string{"SMTP:amy@x.com", "X500:/o=A/ou=B (C)/cn=a b", "smtp:a@y.com"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLost(t *testing.T) {
	for text, want := range map[string]bool{
		"System.Collections.ArrayList": true, "System.Object[]": true, "System.String[]": true,
		"Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]":                                                                                 true,
		"Microsoft.Exchange.Data.Directory.ADMultiValuedProperty`1[[Microsoft.Exchange.Data.Directory.ADObjectId, Microsoft.Exchange.Data.Directory]]": true,
		"@{Name=amy}": true, "FullAccess": false, "": false, "amy@contoso.com": false, "Microsoft Exchange": false, "System Attendant": false, "a.b": false,
	} {
		if got := (Value{Text: text}).Lost(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestSpans: a row begins and ends where it stands in its file, in code points, whatever the format.
func TestSpans(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []Span
	}{
		"CSV":              {"a,b\n1,2\nJörg,😀\n", []Span{{2, 1, 0, 4}, {3, 1, 0, 7}}},
		"CSV of Windows":   {"#TYPE x\r\na,b\r\n\"1\",\"2\"\r\n3,4\r\n", []Span{{3, 1, 0, 8}, {4, 1, 0, 4}}},
		"CSV, empty lines": {"a,b\n\n1,2\n3,4\n", []Span{{3, 1, 0, 0}, {4, 1, 0, 4}}},
		"CSV, long values": {"a,b\n\"1\n2\",3\n4,5\n", []Span{{2, 1, 0, 0}, {4, 1, 0, 4}}},
		"JSON":             {"[\n  {\n    \"a\": \"ö\"\n  },\n  {\"a\": 2}\n]", []Span{{2, 3, 2, 4}, {5, 3, 0, 11}}},
		"compressed":       {`[{"a":"ö😀"},{"a":"é"},{"a":"x"}]`, []Span{{1, 2, 0, 12}, {1, 13, 0, 22}, {1, 23, 0, 32}}},
		"REST":             {"{\"x\":\"é\",\"value\":[{\"a\":1},\n{\"a\":\"ß\"},{\"a\":2}]}", []Span{{1, 19, 0, 26}, {2, 1, 0, 10}, {2, 11, 0, 18}}},
		"one object":       {"\n {\"a\":1}", []Span{{2, 2, 0, 9}}},
		"CLIXML":           {"<Objs>\n  <Obj><MS><S N=\"a\">1</S></MS></Obj>\n  <Obj>\n    <MS><S N=\"a\">2</S></MS>\n  </Obj>\n</Objs>", []Span{{2, 3, 0, 0}, {3, 3, 2, 9}}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []Span
			if err := Read(strings.NewReader(test.text), Sink{Row: func(r *Row) { got = append(got, r.Span) }}); err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}
