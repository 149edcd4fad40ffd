package hostile

import "strings"

// nested are files in which something is open very often at a time.
func nested() []Input {
	const depth = "nesting"
	nest := func(name, open, middle, closing, setting string) []Input {
		t := around(open, middle, closing).asValue()
		return []Input{
			configuration(name+" in each other", t, setting),
			configuration(name+" in each other, not closed", of(open).asValue(), setting),
		}
	}
	var all []Input
	for _, n := range []struct{ name, open, middle, closing, setting string }{
		{"lists", "[", "1", "]", depth},
		{"lists on lines", "[\n# ]\n", "1", "\n]", depth},
		{"objects", "{a=", "1", "}", depth},
		{"parentheses", "(", "1", ")", depth},
		{"templates", `"${`, "1", `}"`, depth},
		{"directives", `"%{if `, "true", `}x%{endif}"`, "expression_words"},
		{"heredocs", "<<A\n${", "1", "}\nA\n", depth},
		{"for in lists", "[for a in ", "b", ":a]", "expression_words"},
		{"for in objects", "{for a in ", "b", ":a=>a}", "expression_words"},
		{"calls", "f(", "1", ")", depth},
		{"conditionals", "(true?", "1", ":2)", depth},
		{"conditions", "(", "true", "?1:2)", depth},
		{"negations", "!", "true", "", "expression_words"},
		{"minus signs", "-", "1", "", "expression_words"},
		{"minus signs apart", "- ", "1", "", "expression_words"},
		{"indexes", "a[", "0", "]", depth},
	} {
		all = append(all, nest(n.name, n.open, n.middle, n.closing, n.setting)...)
	}
	return append(all,
		configuration("blocks in each other", around("a {\n", "", "}\n"), depth),
		configuration("blocks in each other, not closed", of("a {\n"), depth),
		configuration("blocks in each other on a line", around("a{", "", "}"), depth),
		configuration("blocks with labels in each other", around("object \"corp\" {\n", "", "}\n"), depth),
		configuration("brackets of all kinds, closed by wrong ones", of("[)(}{]").asValue(), ""),
		configuration("closing brackets", of("])}").asValue(), ""),
	)
}

// long are expressions that go on and on without anything open.
func long() []Input {
	chain := func(name, first, unit string) Input {
		return configuration(name, of(unit).in(first, "").asValue(), "expression_words")
	}
	quoted := func(name, unit string) Input {
		return configuration(name, of(unit).in(`"`, `"`).asValue(), "expression_words")
	}
	return []Input{
		chain("sum", "1", "+1"), chain("sum in lines", "(1", "+\n1"), chain("comparisons", "1", "==1"),
		chain("operators of all ranks", "a", "||b&&c==d<e+f*g"), chain("conditionals", "true?1:2", " ?1:2"), chain("conditionals to the right", "", "true?1:"),
		chain("splats", "a", "[*]"), chain("splats with dots", "a", ".*"), chain("splats and names", "a", "[*].b"), chain("indexes", "a", "[b]"),
		chain("indexes by numbers", "a", "[0]"), chain("legacy indexes", "a", ".0"), chain("names", "a", ".b"), chain("names of functions", "a", "::b"),
		chain("words", "a", " b"), chain("texts", `"a"`, ` "b"`), chain("equal signs", "a", "="), chain("dots", "a", "."), chain("arrows", "a", "=>"), chain("ellipses", "a", "..."),
		chain("colons", "a", ":"), chain("question marks", "a", "?"), chain("numbers with dots", "1", ".1"),
		quoted("templates in a row", "${a}"), quoted("templates and text", "${a}b"), quoted("templates that strip", "${~ a ~}"), quoted("escaped templates", "$${a}"),
		quoted("directives", "%{if true}x%{endif}"), quoted("directives without an end", "%{if true}"), quoted("directives with else", "%{if true}%{else}"),
		quoted("loops", "%{for a in b}x%{endfor}"), quoted("loops without an end", "%{for a in b}"), quoted("ends of directives", "%{endif}"),
		quoted("unknown directives", "%{x}"), quoted("dollar signs", "$"), quoted("percent signs", "%"),
		configuration("heredoc of templates", of("${a}\n").in("<<A\n", "A").asValue(), "expression_words"),
		configuration("heredoc of directives", of("%{if true}\n").in("<<A\n", "A").asValue(), "expression_words"),
		configuration("many heredocs", of("<<A\nA\n").asValue(), ""),
	}
}

// unclosed are files in which something begins that never ends.
func unclosed() []Input {
	all := []Input{
		configuration("text without an end", of("a").in(`"`, "").asValue(), ""),
		configuration("heredoc without an end", of("a\n").in("<<A\n", "").asValue(), ""),
		configuration("heredoc of one line without an end", of("a").in("<<A\n", "").asValue(), ""),
		configuration("heredocs without an end", of("<<A\n").asValue(), ""),
		configuration("comment without an end", of("a ").in("/* ", ""), ""),
		configuration("comments without an end", of("/* "), ""),
		configuration("comments without an end on lines", of("a {}\n/* \n"), ""),
		configuration("template without an end", of("a,").in(`"${[`, "").asValue(), ""),
		configuration("directive without an end", of("a,").in(`"%{if [`, "").asValue(), ""),
	}
	for _, o := range []struct{ name, open string }{{"list", "["}, {"object", "{"}, {"parenthesis", "("}, {"call", "f("}} {
		all = append(all, configuration(o.name+" without an end", of("1,\n").in(o.open, "").asValue(), ""))
	}
	return append(all, configuration("block without an end", counted("a%d = 1\n").in("user_mailbox \"x\" {\n", ""), ""))
}

// bytes are files of one byte, or a few, again and again.
func bytes() []Input {
	var all []Input
	for _, b := range []struct{ name, unit string }{
		{"NULs", "\x00"}, {"bytes that are no UTF-8", "\xff"}, {"half characters", "\xc3"}, {"quotes", `"`}, {"carriage returns", "\r"}, {"backslashes", `\`},
		{"byte order marks", "\ufeff"}, {"letters", "a"}, {"digits", "1"}, {"combining accents", "\u0301"}, {"joined families", "👩\u200d"}, {"dollars", "$"},
		{"equal signs again and again", "="}, {"commas", ","}, {"dots again and again", "."}, {"opening braces", "{"}, {"closing braces", "}"}, {"opening brackets", "["}, {"less-than signs", "<"},
		{"beginnings of heredocs", "<<A"}, {"beginnings of heredocs on lines", "<<A\n"}, {"beginnings of templates", "${"}, {"texts on one line", `"a"`},
		{"quotes on lines", "\"\n"}, {"backquotes", "`"}, {"semicolons", ";"}, {"control characters", "\x01"}, {"line separators", "\u2028"},
		{"beginnings of texts on lines", "\"a\n"}, {"carriage returns and quotes", "\r\""}, {"byte order marks on lines", "\ufeff\n"}, {"UTF-16", "a\x00"},
	} {
		all = append(all, configuration(b.name, of(b.unit), ""))
	}
	empty := func(name string, t text) Input {
		i := configuration(name, t, "")
		i.Statuses = []int{incomplete}
		return i
	}
	return append(all,
		empty("line ends", of("\n")), empty("line ends of Windows", of("\r\n")), empty("blanks", of(" ")), empty("tabs", of("\t")),
		empty("comments", of("# a\n")), empty("comments with slashes", of("//\n")), configuration("comments with stars", of("/**/"), "block_words"), empty("one comment", of("a").in("#", "")),
		empty("one comment of lines", of("a\n").in("/*", "*/")), empty("stars in a comment", of("*").in("/*", "/")),
		configuration("one name", of("a").in("", " {}\n"), ""),
		configuration("one name as a value", of("a").asValue(), ""),
		configuration("one number", of("1").asValue(), ""),
		configuration("one number of zeros", of("0").in("1", "").asValue(), ""),
		configuration("one fraction", of("1").in("0.", "").asValue(), ""),
		configuration("one exponent", of("9").in("1e", "").asValue(), ""),
		configuration("one text", of("a").in(`"`, `"`).asValue(), "text_kb"),
		configuration("one text of escapes", of(`\u0041`).in(`"`, `"`).asValue(), "text_kb"),
		configuration("one text of accents", of("\u0301").in(`"e`, `"`).asValue(), "text_kb"),
		configuration("one heredoc", of("a\n").in("<<A\n", "A").asValue(), ""),
		configuration("one indented heredoc", of("      a\n").in("<<-A\n", "A").asValue(), ""),
		configuration("one label", of("a").in(`user_mailbox "`, "\" {\n}\n"), "text_kb"),
	)
}

// repeated are files with very many of what there may be some of.
func repeated() []Input {
	block := func(name string, t text) Input {
		return configuration(name, t.in("user_mailbox \"x\" {\n  home = \"cloud\"\n", "}\n"), "block_words")
	}
	list := func(name string, t text, setting string) Input {
		return configuration(name, t.in("mail_enabled_security_group \"x\" {\n  home = \"cloud\"\n  members = [", "]\n}\n"), setting)
	}
	return []Input{
		block("attributes of a block", counted("a%d = 1\n")),
		block("attributes of a block, the same", of("name = \"a\"\n")),
		block("line ends in a block", of("\n")),
		block("comments in a block", of("#\n")),
		block("blocks in a block", of("object \"corp\" {}\n")),
		list("texts in a list", of(`"a@b.c",`), "block_words"),
		list("different texts in a list", counted(`"u%d@b.c",`), "block_words"),
		list("long texts in a list", of(`"`+strings.Repeat("a", 500)+`",`), "").harmless(),
		list("templates in a list", of(`"${1}",`), "block_words"),
		list("lists in a list", of("[],"), "elements"),
		list("objects in a list", of("{a=1},"), "block_words"),
		list("commas in a list", of(","), "elements"),
		configuration("keys of an object", counted("a%d=1,").in("{", "}").asValue(), "block_words"),
		configuration("keys of an object, the same", of("a=1,").in("{", "}").asValue(), "block_words"),
		configuration("keys of an object on lines", of("a=1\n").in("{\n", "}").asValue(), "block_words"),
		configuration("arguments of a call", of("1,").in("max(", "1)").asValue(), "elements"),
		configuration("labels of a block", of(` "a"`).in("user_mailbox", " {}\n"), "expression_words"),
		configuration("labels without quotes", of(" a").in("user_mailbox", " {}\n"), "expression_words"),
		configuration("comments above a block", of("# a\n").in("", "user_mailbox \"x\" {}\n"), ""),
		configuration("blocks on one line", of("a {} "), ""),
		configuration("attributes outside of blocks", counted("a%d = 1\n"), ""),
		configuration("attributes outside of blocks, the same", of("a = 1\n"), ""),
		configuration("locals", counted("a%d = 1\n").in("locals {\n", "}\nx {}\n"), "block_words"),
		configuration("blocks of locals", counted("locals { a%d = 1 }\n").in("x {}\n", ""), ""),
		configuration("blocks of locals, the same", of("locals { a = 1 }\n").in("x {}\n", ""), ""),
	}
}
