package hostile

import (
	"fmt"
	"strings"
)

// expressions are short, or of short parts, and ask for much.
func expressions() []Input {
	bomb := func(name, expression string) Input {
		return configuration("expression: "+name, func(int) string { return text(func(int) string { return expression }).asValue()(0) }, "")
	}
	loops := func(n int) string {
		return strings.Repeat("[for a in range(1000) : ", n) + "a" + strings.Repeat("]", n)
	}
	calls := func(function, first, rest string, n int) string {
		return strings.Repeat(function+"(", n) + first + strings.Repeat(rest+")", n)
	}
	long := `join("", [for a in range(1000) : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])`
	all := []Input{
		bomb("for in for", loops(5)),
		bomb("for over for", `[for a in [for b in [for c in range(1000) : range(1000)] : b] : [for d in a : a]]`),
		bomb("for with grouping", `{for a in range(1000) : "x" => [for b in range(1000) : b]...}`),
		bomb("a range without an end", "range(0, 1000000000)"),
		bomb("a range of tiny steps", "range(0, 1, 0.0000000001)"),
		bomb("lists of lists", calls("concat", "range(1000)", ", range(1000)", 200)),
		bomb("products", "setproduct(range(1000), range(1000), range(1000), range(1000))"),
		bomb("products of products", calls("setproduct", "range(10)", ", range(10)", 20)),
		bomb("a wide number", `format("%1000000000d", 1)`),
		bomb("a wide text", `format("%*s", 1000000000, "a")`),
		bomb("wide numbers", "["+strings.Repeat(`format("%100000d", 1),`, 1000)+"]"),
		bomb("an exact number", `format("%.1000000000f", 1)`),
		bomb("format of a list", `formatlist("%1000000s", range(1000))`),
		bomb("indentation", `indent(1000000000, "a\nb")`),
		bomb("replacements", calls("replace", long, `, "a", "aaaaaaaaaaaaaaaa"`, 20)),
		bomb("replacements of nothing", calls("replace", long, `, "", "aaaaaaaaaaaaaaaa"`, 20)),
		bomb("replacements of patterns", calls("regexreplace", long, `, "a", "$0$0$0$0$0$0$0$0"`, 20)),
		bomb("a pattern that goes back", `regex("(a*)*(a*)*(a*)*b", `+long+`)`),
		bomb("a pattern that repeats", `regex("`+strings.Repeat("(", 5)+"a"+strings.Repeat("{1,1000})", 5)+`", `+long+`)`),
		bomb("a large pattern", `regexall("(a|b|ab){1,1000}", `+long+`)`),
		bomb("a pattern of texts", `regexall("`+strings.Repeat("(a?)", 100)+`", `+long+`)`),
		bomb("joins", calls("join", `""`, ", [for a in range(1000) : \"aaaaaaaaaaaaaaaa\"]", 20)),
		bomb("joins of joins", `join(`+long+`, [for a in range(1000) : "a"])`),
		bomb("split into letters", `[for a in range(1000) : split("", `+long+`)]`),
		bomb("JSON in JSON", calls("jsonencode", long, "", 60)),
		bomb("backslashes in JSON", calls("jsonencode", `"\\\""`, "", 60)),
		bomb("deep JSON", `jsondecode(join("", [for a in range(1000) : "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["]))`),
		bomb("wide CSV", `csvdecode(join(",", [for a in range(1000) : "a${a}"]))`),
		bomb("powers", calls("pow", "10", ", 10", 20)),
		bomb("large numbers", "1e1000000000 * 1e1000000000"),
		bomb("a number of many digits", `"${1e400000}"`),
		bomb("an exact sum", "1e1000 + 1e-1000"),
		bomb("a large number from text", `tonumber("1e1000000000") + 1`),
		bomb("sorting", `[for a in range(1000) : sort([for b in range(1000) : "${b}"])]`),
		bomb("differences", `[for a in range(1000) : distinct([for b in range(1000) : b])]`),
		bomb("sets", `toset([for a in range(1000) : toset([for b in range(1000) : [a, b]])])`),
		bomb("merging", `merge([for a in range(1000) : {for b in range(1000) : "${a}-${b}" => b}]...)`),
		bomb("equal lists", `[for a in range(1000) : range(1000) == range(1000)]`),
		bomb("conversions to one type", `[for a in range(1000) : true ? range(1000) : ["a"]]`),
		bomb("a splat of splats", `[for a in range(1000) : [for b in range(1000) : [[b]]]][*][*][*][*]`),
	}
	return append(all, doubled()...)
}

// doubled are locals that hold the one before twice.
func doubled() []Input {
	locals := func(name, first, next string) Input {
		return configuration("expression: "+name, func(int) string {
			var b strings.Builder
			fmt.Fprintf(&b, "locals {\n  a0 = %s\n", first)
			for i := range 60 {
				fmt.Fprintf(&b, "  a%d = %s\n", i+1, strings.ReplaceAll(next, "@", fmt.Sprintf("local.a%d", i)))
			}
			return b.String() + "}\nuser_mailbox \"x\" {\n  home = local.a60\n}\n"
		}, "")
	}
	many := func(name, unit string) Input {
		return configuration("expression: "+name, counted(unit).in("locals { big = [for a in range(1000) : \"aaaaaaaa\"] }\nlocals { a0 = 1 }\n", "x {}\n"), "")
	}
	forward := func(size int) string {
		var b strings.Builder
		for i := range size / 32 {
			fmt.Fprintf(&b, "locals { a%d = local.a%d }\n", i, i+1)
		}
		return b.String() + "x {}\n"
	}
	circle := func(size int) string {
		n := size / 32
		return strings.Replace(forward(size), fmt.Sprintf("local.a%d }", n), "local.a0 }", 1)
	}
	return []Input{
		locals("text doubled in locals", `"aaaaaaaa"`, `"${@}${@}"`),
		locals("lists doubled in locals", "[1]", "[@, @]"),
		locals("lists joined in locals", "[1]", "concat(@, @)"),
		locals("objects doubled in locals", "{ a = 1 }", "{ a = @, b = @ }"),
		locals("loops in locals", "[1, 2]", "[for a in @ : @]"),
		locals("numbers in locals", "10", "@ * @"),
		configuration("expression: locals that need the next one", forward, ""),
		configuration("expression: locals in a circle", circle, ""),
		many("loops in many blocks", "user_mailbox \"x%d\" { name = join(\"\", [for a in local.big : a]) }\n"),
		many("a large local in many blocks", "user_mailbox \"x%d\" { email_addresses = local.big }\n"),
		many("an element of a large local in many blocks", "user_mailbox \"x%d\" { home = local.big[0] }\n"),
		many("unknown locals", "user_mailbox \"x%[1]d\" { home = local.b%[1]d }\n"),
		many("many locals, and as many unknown ones", "locals { q%[1]d = 1 }\nuser_mailbox \"x%[1]d\" { home = local.p%[1]d }\n"),
		many("patterns in many blocks", "user_mailbox \"x%d\" { name = regex(\"((a{1,100}){1,10})\", \"aaaaaaaa\")[0] }\n"),
	}
}

// mistakes are files that are wrong very often.
func mistakes() []Input {
	return []Input{
		configuration("mistake: unknown blocks", counted("forst \"x%d\" {}\n"), ""),
		configuration("mistake: unknown blocks without labels", of("x {}\n"), ""),
		configuration("mistake: attributes without values", of("a =\n"), ""),
		configuration("mistake: equal signs on lines", of("=\n"), ""),
		configuration("mistake: braces on lines", of("}\n"), ""),
		configuration("mistake: blocks that do not end", of("a \"x\" {\n  b = [\n}\n"), ""),
		configuration("mistake: texts that do not end", of("user_mailbox \"x {\n}\n"), ""),
		configuration("mistake: unknown attributes", counted("user_mailbox \"x%d\" {\n  hme = \"cloud\"\n}\n"), ""),
		configuration("mistake: missing attributes", counted("user_mailbox \"x%d\" {}\n"), ""),
		configuration("mistake: wrong values", counted("user_mailbox \"x%d\" {\n  home = 1\n}\n"), ""),
		configuration("mistake: unknown forests", counted("user_mailbox \"x%[1]d\" {\n  home = \"f%[1]d\"\n}\n"), ""),
		configuration("mistake: the same block", of("user_mailbox \"x\" {\n  home = \"cloud\"\n}\n"), ""),
		configuration("mistake: the same address", counted("user_mailbox \"x%d\" {\n  home = \"cloud\"\n  email_addresses = [\"SMTP:a@b.c\"]\n}\n"), ""),
		configuration("mistake: an address of several, named by all", counted("user_mailbox \"x%d\" {\n  home = \"cloud\"\n  email_addresses = [\"smtp:a@b.c\"]\n  resource_delegates = [\"a@b.c\"]\n}\n"), ""),
		configuration("mistake: unknown people", of("grant \"full_access\" {\n  recipient = \"x@b.c\"\n  delegate = \"y@b.c\"\n}\n"), ""),
		configuration("mistake: unknown people, all different", counted("grant \"full_access\" {\n  recipient = \"x%[1]d@b.c\"\n  delegate = \"y%[1]d@b.c\"\n}\n"), ""),
		configuration("mistake: misspelt people", counted("user_mailbox \"somebody%[1]d@contoso.com\" {\n  home = \"cloud\"\n  resource_delegates = [\"sonebody%[1]d@contoso.com\"]\n}\n"), ""),
		configuration("mistake: several homes", of("tenant \"x\" {}\n"), ""),
		configuration("mistake: unknown rules in comments", counted("# hybridlint:ignore HYB%d -- x\nuser_mailbox \"x\" { home = \"cloud\" }\n"), ""),
		configuration("mistake: comments above nothing", of("# hybridlint:ignore HYB206 -- x\n\n"), ""),
		configuration("mistake: unknown rules in a comment", of("HYB999, ").in("# hybridlint:ignore ", "HYB206 -- x\nuser_mailbox \"x\" {\n  home = \"cloud\"\n}\n"), ""),
		configuration("mistake: what no reviewer sees, in comments", of("# \u202ea\n"), ""),
		configuration("mistake: what no reviewer sees, in one comment", of("\u2066").in("# ", "\n"), ""),
		configuration("mistake: lone carriage returns", of("# a\r"), ""),
		configuration("mistake: names with what no reviewer sees", counted("user_mailbox \"x\u200b%d\" {\n  home = \"cloud\"\n}\n"), ""),
		configuration("mistake: one name, long, for many people", of("a").in("user_mailbox \"", "\" {\n  home = \"cloud\"\n}\n"), ""),
		configuration("mistake: unknown rules in exceptions", counted("exception \"HYB999\" {\n  rationale = \"%d\"\n}\n"), ""),
	}
}
