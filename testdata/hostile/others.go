package hostile

import (
	"fmt"
	"maps"
	"strings"
)

// small is a configuration in which nothing is wrong.
const small = "forest \"corp\" {\n  exchange_version = \"SE\"\n}\n"

const (
	columns = "PrimarySmtpAddress,Alias,RecipientTypeDetails,DistinguishedName"
	row     = "sales@contoso.com,sales,SharedMailbox,\"CN=sales,DC=contoso,DC=com\""
)

// exports are files for --from.
func exports() []Input {
	export := func(name, file string, t text, statuses ...int) Input {
		if len(statuses) == 0 {
			statuses = []int{incomplete}
		}
		return Input{Name: "export: " + name, Files: t.file("e/" + file), Arguments: []string{"check", "--from", "e"}, Statuses: statuses}
	}
	json := func(name string, t text) Input { return export("JSON, "+name, "a.json", t) }
	xml := func(name string, t text) Input { return export("XML, "+name, "a.xml", t) }
	object := func(t text) text {
		return t.in(`<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><Props>`, "</Props></Obj></Objs>")
	}
	csv := func(name string, t text, statuses ...int) Input { return export("CSV, "+name, "a.csv", t, statuses...) }
	return []Input{
		json("lists in each other", of("[")), json("lists in each other, closed", around("[", "1", "]")), json("objects in each other", of(`{"a":`)),
		json("objects in each other, closed", around(`{"a":`, "1", "}")), json("lists in objects", of(`[{"a":`)), json("one text", of("a").in(`[{"a":"`, `"}]`)),
		json("one text without an end", of("a").in(`[{"a":"`, "")), json("one number", of("1").in(`[{"a":`, "}]")), json("one key", of("a").in(`[{"`, `":1}]`)), json("escapes", of(`\ud800`).in(`[{"a":"`, `"}]`)),
		json("keys of an object", counted(`"a%d":1,`).in(`[{`, `"a":1}]`)), json("keys of the only object", counted(`"a%d":1,`).in("{", `"a":1}`)), json("the same key", of(`"a":1,`).in("[{", `"a":1}]`)), json("empty objects", of("{},").in("[", "{}]")), json("objects of all shapes", counted(`{"a%d":1},`).in("[", "{}]")),
		json("numbers in a list", of("1,").in("[", "1]")), json("blanks", of(" ").in("[", "]x")), json("NULs", of("\x00").in("[", "")),
		json("values in values", of(`{"value":`)), json("lists of values", of(`{"value":[`)),
		xml("objects in each other", of(`<Obj RefId="0"><Props>`).in(`<Objs>`, "")), xml("objects in each other, closed", object(around(`<Obj N="a"><Props>`, "", "</Props></Obj>"))),
		xml("lists in each other", object(of(`<Obj N="a"><LST>`))), xml("elements in each other", of("<a>")), xml("unknown elements in an object", object(of("<a>"))),
		xml("elements that are skipped in each other", object(of("<BA>"))), xml("elements in a text", object(of("<a>").in("<S>", "</S>"))),
		xml("entities", of("&a;").in("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><Objs><Obj><Props><S N=\"a\">&b;", "</S></Props></Obj></Objs>")),
		xml("a declaration without an end", of("<").in("<!DOCTYPE x [", "")), xml("a comment without an end", of("-").in("<!--", "")), xml("attributes", counted(` a%d="1"`).in("<Objs><Obj", "></Obj></Objs>")), xml("the same attribute", of(` a="1"`).in("<Objs><Obj", "></Obj></Objs>")),
		xml("one name", of("a").in("<", ">")), xml("one text", object(of("a").in("<S N=\"a\">", "</S>"))), xml("escapes", object(of("_x0041_").in("<S N=\"a\">", "</S>"))), xml("types", counted(`<Obj><TN RefId="%d"><T>a</T></TN></Obj>`).in("<Objs>", "</Objs>")),
		xml("references", of(`<Ref RefId="1"/>`).in(`<Objs><Obj RefId="0"><Props><Obj RefId="1" N="a"><LST><S>aaaaaaaa</S></LST></Obj><Obj N="b"><LST>`, "</LST></Obj></Props></Obj></Objs>")),
		xml("references to references", counted(`<Obj RefId="%[1]d" N="a%[1]d"><LST><Ref RefId="0"/><Ref RefId="0"/></LST></Obj>`).in(`<Objs><Obj RefId="x"><Props>`, "</Props></Obj></Objs>")),
		xml("properties", object(counted(`<S N="a%d">a</S>`))), xml("empty objects", of("<Obj/>").in("<Objs>", "</Objs>")), xml("name spaces", of(`<a xmlns:b="c">`)), xml("global settings in each other", of("<a>").in("<saved-mv-configuration>", "")),
		csv("one field", of("a").in(columns+"\n\"", "\",a,a,a\n")), csv("one field without an end", of("a").in(columns+"\n\"", "")), csv("a field of lines", of("a\n").in(columns+"\n\"", "\",a,a,a\n")),
		csv("one field of quotes", of(`""`).in(columns+"\n\"", "\",a,a,a\n")), csv("quotes", of(`"`)), csv("columns", counted("a%d,").in("", "a\n1\n")), csv("the same column", of("a,").in("", "a\n1\n")),
		csv("one row", of("a,").in(columns+"\n", "\n")), csv("rows of nothing", of(",,,\n").in(columns+"\n", "")), csv("rows that are too short", of("a\n").in(columns+"\n", "")),
		csv("rows that are too long", of("a,a,a,a,a\n").in(columns+"\n", "")), csv("rows with a quote", of("a\"b,a,a,a\n").in(columns+"\n", "")), csv("rows of nothing known", of("1\n").in("a\n", "")),
		csv("line ends", of("\n").in(columns+"\n"+row, "\n"), clean, findings), csv("NULs", of("\x00")), csv("letters", of("a")), csv("half characters", of("\xc3")), csv("UTF-16", of("a\x00").in("\xff\xfe", "")), csv("separators", of("sep=;\n")), csv("types", of("#TYPE a\n")),
		csv("the same row", of(row+"\n").in(columns+"\n", ""), clean, findings, incomplete),
		csv("mailboxes", counted("u%[1]d@a.b,u%[1]d,UserMailbox,\"CN=u%[1]d,DC=a,DC=b\"\n").in(columns+"\n", ""), clean, findings),
		csv("one address for all", counted("u%[1]d@a.b,u%[1]d,UserMailbox,\"CN=u%[1]d,DC=a,DC=b\",smtp:a@a.b\n").in(columns+",EmailAddresses\n", ""), clean, findings, incomplete),
		csv("addresses of one mailbox", counted("smtp:u%d@a.b ").in(columns+",EmailAddresses\n"+row+",\"", "SMTP:sales@contoso.com\"\n"), clean, findings, incomplete),
		csv("unknown delegates of one mailbox", counted("u%d;").in(columns+",GrantSendOnBehalfTo\n"+row+",\"", "x\"\n"), clean, findings, incomplete),
		csv("a distinguished name in parts", of("OU=a,").in(columns+"\na@a.b,a,UserMailbox,\"CN=a,", "DC=b\"\n"), clean, findings, incomplete),
	}
}

// settings are settings files and the configuration that they are for.
func settings() []Input {
	wrong := func(name string, t text) Input {
		return Input{Name: "settings: " + name, Arguments: check, Statuses: []int{usage}, Files: func(size int) map[string]string {
			return map[string]string{"a.hcl": small, ".hybridlint.hcl": t(size)}
		}}
	}
	// What is just small enough to be read.
	largest := func(name string, t text) Input {
		i := wrong(name, func(int) string { return t(60 << 10) })
		return i
	}
	value := func(t text) text { return t.in("fail_on = ", "\n") }
	var all []Input
	tooLarge := func(name string, t text) Input {
		i := wrong(name, t)
		i.TooLarge = true
		return i
	}
	for _, f := range []func(string, text) Input{tooLarge, largest} {
		size := " of any size"
		if len(all) > 0 {
			size = " of 60 kB"
		}
		all = append(all,
			f("lists in each other"+size, value(of("["))), f("lists in each other, closed"+size, value(around("[", "1", "]"))), f("templates in each other"+size, value(around(`"${`, "1", `}"`))), f("heredocs in each other"+size, value(of("<<A\n${"))),
			f("blocks in each other"+size, around("a {\n", "", "}\n")), f("a sum"+size, value(of("+1").in("1", ""))), f("operators of all ranks"+size, value(of("||b&&c==d<e+f*g").in("a", ""))), f("indexes"+size, value(of("[b]").in("a", ""))), f("names"+size, value(of(".b").in("a", ""))), f("splats"+size, value(of("[*]").in("a", ""))), f("splats with dots"+size, value(of(".*").in("a", ""))),
			f("directives"+size, value(of("%{if true}").in(`"`, `"`))), f("templates in a row"+size, value(of("${a}").in(`"`, `"`))), f("negations"+size, value(of("!"))), f("conditionals"+size, value(of("true?1:"))), f("calls"+size, value(of("f("))), f("letters"+size, of("a")), f("one number"+size, of("1").in("fold = ", "\n")),
			f("an exponent"+size, of("9").in("fold = 1e", "\n")), f("quotes"+size, of(`"`)), f("NULs"+size, of("\x00")), f("bytes that are no UTF-8"+size, of("\xff")), f("mistakes"+size, of("=\n")), f("unknown settings"+size, counted("a%d = 1\n")), f("unknown blocks"+size, of("x {}\n")), f("the same block"+size, of("limits {}\n")), f("unknown rules"+size, counted(`"HYB%d",`).in("disable = [", "]\n")), f("a comment without an end"+size, of("/* ")), f("labels"+size, of(` "a"`).in("rule", " {}\n")),
		)
	}
	// What a matcher that tries one way after the other never ends with.
	for _, kind := range [][2]string{
		{"folders in a row", strings.Repeat("**/*a", 150) + "b"},
		{"folders with alternatives", strings.Repeat("**/{a,aa,*}/", 40) + "b"},
		{"alternatives in a row", strings.Repeat("{a,aa}", 60) + "b"},
		{"alternatives in each other", strings.Repeat("{a,", 200) + "b" + strings.Repeat("}", 200)},
		{"a long one", strings.Repeat("**/*a", 1000) + "b"},
	} {
		all = append(all, Input{Name: "settings: patterns, " + kind[0], Arguments: check, Statuses: []int{clean, usage}, Files: func(int) map[string]string {
			return map[string]string{".hybridlint.hcl": fmt.Sprintf("exclude = [%q]\n", kind[1]), "b.hcl": small + "user_mailbox \"amy@contoso.com\" { home = \"cloud\" }\n", strings.Repeat("a/", 100) + strings.Repeat("a", 100) + ".hcl": "# nothing\n"}
		}})
	}
	return all
}

// policies are files of users' own rules.
func policies() []Input {
	files := func(name, policy string) map[string]string {
		return map[string]string{"a.hcl": small, "p/contoso/" + name: policy}
	}
	arguments := []string{"check", ".", "--policies", "p"}
	policy := func(name string, t text) []Input {
		whole := t.in("package contoso.a_rule\n\n", "\n")
		return []Input{
			{Name: "policy: " + name, Arguments: arguments, Statuses: []int{incomplete}, TooLarge: true, Files: func(size int) map[string]string { return files("a_rule.rego", whole(size)) }},
			{Name: "policy: " + name + ", 60 kB", Arguments: arguments, Statuses: []int{incomplete}, Files: func(int) map[string]string { return files("a_rule.rego", whole(60<<10)) }},
		}
	}
	value := func(t text) text { return t.in("a := ", "\n") }
	body := func(t text) text { return t.in("a if {\n", "\n}\n") }
	metadata := func(t text) text {
		return func(size int) string {
			return "# METADATA\n# " + strings.ReplaceAll(t(size), "\n", "\n# ") + "\na := 1\n"
		}
	}
	aliases := func(int) string {
		var b strings.Builder
		b.WriteString("title: x\ncustom:\n  a0: &a0 [x]\n")
		for i := range 60 {
			fmt.Fprintf(&b, "  a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i), 9), ","))
		}
		return b.String()
	}
	var all []Input
	for _, p := range []struct {
		name string
		text text
	}{
		{"lists in each other", value(of("["))}, {"lists in each other, closed", value(around("[", "1", "]"))}, {"objects in each other", value(around(`{"a":`, "1", "}"))}, {"parentheses in each other", value(around("(", "1", ")"))},
		{"calls in each other", value(around("f(", "1", ")"))}, {"templates in each other", value(around(`$"{`, "1", `}"`))}, {"brackets in comments", value(of("[\n# ]\n"))}, {"brackets behind a template", value(of("[").in("$\"\"\nb := ", ""))},
		{"a sum", value(of("+1").in("1", ""))}, {"a product", value(of("*a").in("a", ""))}, {"a union", value(of("|a").in("a", ""))}, {"comparisons", value(of("==a").in("a", ""))}, {"names", value(of(".a").in("a", ""))}, {"indexes", value(of("[0]").in("a", ""))},
		{"negations", body(of("not "))}, {"some", body(of("some "))}, {"every", body(of("every a in b { "))}, {"with", body(of(" with a as b").in("x", ""))}, {"minus signs", value(of("-"))}, {"if", of("if ").in("a ", "")}, {"else", of(" else := a if b").in("a := b if c", "")},
		{"in", value(of(" in a").in("a", ""))}, {"assignments", body(of(":=a").in("a", ""))}, {"conditions", body(counted("a%d == 1\n"))}, {"rules", counted("a%d := 1\n")}, {"the same rule", of("a := 1\n")}, {"rules that need the next one", counted("a%[1]d := b%[1]d\n")}, {"imports", of("import input.a\n")},
		{"letters", of("a")}, {"digits", value(of("1"))}, {"an exponent", value(of("9").in("1e", ""))}, {"NULs", of("\x00")}, {"bytes that are no UTF-8", of("\xff")}, {"quotes", of(`"`)}, {"backquotes", of("`")}, {"line ends", of("\n")}, {"comments", of("#\n")}, {"one text", value(of("a").in(`"`, `"`))}, {"one text without an end", value(of("a").in(`"`, ""))}, {"backslashes", value(of(`\\`).in(`"`, `"`))}, {"colons", of(":")}, {"semicolons", body(of(";"))}, {"opening braces", of("{")}, {"closing braces", of("}")},
		{"lists in metadata", metadata(of("[").in("title: ", ""))}, {"lists in metadata, closed", metadata(around("[", "1", "]").in("title: ", ""))}, {"maps in metadata", metadata(of("{a: ").in("custom: ", ""))}, {"keys in metadata", metadata(of("? "))}, {"dashes in metadata", metadata(of("- "))}, {"levels of metadata", metadata(levels)}, {"aliases in metadata", metadata(aliases)}, {"anchors in metadata", metadata(counted("a%[1]d: &a%[1]d 1\n").in("custom:\n", ""))}, {"tags in metadata", metadata(of("!a ").in("title: ", "1"))}, {"one text in metadata", metadata(of("a").in("title: ", ""))}, {"metadata again and again", of("# METADATA\n# title: a\na := 1\n")},
	} {
		all = append(all, policy(p.name, p.text)...)
	}
	return append(all, Input{Name: "policy: many files", Arguments: arguments, Statuses: []int{incomplete}, Small: 1 << 18, Files: func(size int) map[string]string {
		all := map[string]string{"a.hcl": small}
		for i := range size / (10 << 10) {
			maps.Copy(all, files(fmt.Sprintf("a_rule_%d.rego", i), fmt.Sprintf("package contoso.a_rule_%d\n\n", i)+counted("a%d := 1\n")(10<<10)))
		}
		return all
	}})
}

// levels are maps in each other by indentation.
func levels(size int) string {
	var b strings.Builder
	b.WriteString("custom:\n")
	for i := 1; b.Len() < size; i++ {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// folders are trees of many files.
func folders() []Input {
	tree := func(name string, statuses []int, setting string, build func(n int) map[string]string) Input {
		return Input{Name: "folders: " + name, Arguments: check, Statuses: statuses, Setting: setting, Small: 1 << 18, Files: func(size int) map[string]string { return build(size / bytesPerThing) }}
	}
	many := func(folder, file string) func(n int) map[string]string {
		return func(n int) map[string]string {
			all := map[string]string{"a.hcl": small}
			for i := range n {
				all[fmt.Sprintf(folder, i%1000)+fmt.Sprintf(file, i)] = "# nothing\n"
			}
			return all
		}
	}
	few := tree("more files than there may be", []int{incomplete}, "files", many("d%d/", "%d.hcl"))
	few.Arguments = []string{"check", ".", "--limit", "files=1000"}
	return []Input{
		few,
		tree("many files", []int{clean, incomplete}, "", many("d%d/", "%d.hcl")),
		tree("many other files", []int{clean}, "", many("d%d/", "%d.txt")),
		tree("folders in each other", []int{clean}, "", func(n int) map[string]string {
			return map[string]string{"a.hcl": small, strings.Repeat("d/", min(n, 1000)) + "a.hcl": "# nothing\n"}
		}),
	}
}
