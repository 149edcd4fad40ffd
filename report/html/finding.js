// One finding: a line that opens.

const opened = new Set();

// findingItem is an element of a list. withRule adds what the heading of its group does not say.
function findingItem(finding, { withRule = false, searched = [], level = "h4" } = {}) {
  const id = `finding-${finding.index}-${serial()}`;
  const body = el("div", { class: "body", id });
  const toggle = el("button", { type: "button", class: "toggle", "aria-controls": id },
    glyph(finding.isSuppressed ? "suppressed" : finding.grade),
    el("span", { class: "what" },
      finding.isSuppressed ? el("span", { class: "grade suppressed" }, `Suppressed ${words[finding.grade].toLowerCase()}: `)
        : el("span", { class: `grade ${finding.grade}` }, `${words[finding.grade]}: `),
      el("span", { class: "message" }, marked(finding.message, searched)),
      el("span", { class: "origin" },
        withRule && el("span", { class: "rule" }, finding.rule.id), finding.place && el("span", { class: "place" }, marked(finding.place, searched))),
      finding.suppressed && el("span", { class: "rationale" }, "Accepted: ", marked(finding.suppressed.rationale, searched))));
  const show = (isOpen) => {
    toggle.setAttribute("aria-expanded", String(isOpen));
    body.hidden = !isOpen;
    if (isOpen && !body.hasChildNodes()) {
      body.append(...explanation(finding, searched, withRule));
    }
  };
  toggle.addEventListener("click", () => {
    const isOpen = !opened.has(finding);
    isOpen ? opened.add(finding) : opened.delete(finding);
    show(isOpen);
  });
  show(printing || opened.has(finding));
  return el("li", { class: `finding ${finding.grade}` }, el(level, {}, toggle), body);
}

// serial tells apart what is shown in two lists.
const serial = (() => {
  let last = 0;
  return () => ++last;
})();

function explanation(finding, searched, withRule) {
  return [
    part("Fix", fixes(finding, searched)),
    finding.assumed.length > 0 && part("Assumed", assumption(finding.assumed)),
    finding.suppressed && part("Accepted", el("p", {}, `By ${finding.suppressed.kind === "comment" ? "a comment" : "an exception"} at `,
      el("code", {}, finding.suppressed.place), ": ", finding.suppressed.rationale)),
    part("Is about", el("p", {}, marked(finding.subject, searched))),
    finding.place && part("Place", [el("p", {}, located(finding.place, finding.page)), finding.line && snippet(finding.line)]),
    finding.related.length > 0 && part("See also", el("ul", {}, finding.related.map((r) =>
      el("li", {}, marked(r.message, searched), r.place && [": ", located(r.place, r.page)]))), "see-also"),
    withRule && part("Rule", el("p", {}, `${finding.rule.id} ${finding.rule.title || finding.rule.name}`)),
    withRule && finding.rule.pages.length > 0 && part("Microsoft", pages(finding.rule)),
    pictured(finding) && el("p", { class: "go print-hidden" }, button(`Picture of ${finding.party.name}`, () => go("picture", finding.party.name))),
  ].filter(Boolean);
}

const part = (title, content, kind = "") => content && el("div", { class: `part ${kind}` }, el("p", { class: "term" }, title), el("div", { class: "definition" }, content));

// located is a place, as a link where its file has a page.
const located = (place, page) => (page ? link(page, place) : el("code", {}, place));

const pictured = (finding) => finding.party && (finding.party.gives.length > 0 || finding.party.holds.length > 0);

const pages = (rule) => el("ul", {}, rule.pages.map((page) => el("li", {}, link(page.url, page.title || page.url))));

const snippet = ([before, inside, behind]) => el("pre", { class: "line", tabindex: "0", "aria-label": "The line of the file" }, before, el("mark", {}, inside), behind);

function assumption(facts) {
  const named = facts.map((fact) => `${fact.replaceAll("_", " ")} (${fact})`).join(", ");
  return el("p", {}, `The files do not say: ${named}. The usual case was assumed and the finding made one level milder; declare ${facts.length === 1 ? "it" : "them"} to be sure.`);
}

// fixes are the ways to mend a finding; a way is steps in their order, each at its place.
function fixes(finding, searched) {
  const ways = [];
  for (const fix of finding.fixes) {
    if (ways.length === 0 || fix.alternative) {
      ways.push([]);
    }
    ways.at(-1).push(fix);
  }
  return ways.length > 0 && ways.map((way, i) => [
    i > 0 && el("p", { class: "or" }, el("span", {}, "Or instead")),
    el("ol", { class: way.length > 1 ? "steps" : "step" }, way.map((fix, i) => el("li", {},
      fix.title !== way[i - 1]?.title && el("p", { class: "where" }, fix.title),
      fix.intro && el("p", {}, marked(`${fix.intro}:`, searched)),
      fix.command ? command(fix) : el("p", {}, marked(fix.text, searched))))),
  ]);
}

const placeholder = /<[^<>\n]+>/g;

function command(fix) {
  const label = el("span", {}, "Copy");
  const copying = button(label, async () => {
    const copied = await copy(fix.command);
    label.textContent = copied ? "Copied" : "Not copied";
    announce(copied ? "The command was copied." : "The browser did not let the command be copied.");
    setTimeout(() => { label.textContent = "Copy"; }, 2000);
  }, { class: "button copy print-hidden", "aria-label": `Copy the command: ${fix.command}` });
  const blanks = fix.command.match(placeholder) ?? [];
  return el("div", { class: "command" },
    el("pre", { tabindex: "0", "aria-label": `Command for ${fix.title}` }, el("code", {}, filled(fix.command))), copying,
    blanks.length > 0 && el("p", { class: "hint" }, `Put in what you find in ${[...new Set(blanks)].join(", ")} before you run it.`));
}

// filled makes what has to be put in stand out.
function filled(string) {
  const pieces = [];
  let done = 0;
  for (const match of string.matchAll(placeholder)) {
    pieces.push(unbroken(string.slice(done, match.index)), el("mark", { class: "blank" }, match[0]));
    done = match.index + match[0].length;
  }
  return [...pieces, unbroken(string.slice(done))];
}

// unbroken keeps a line from ending between the dash of a parameter and its name.
const unbroken = (string) => string.split(/(?<=\s)(-\w+)/).map((piece, i) => (i % 2 ? el("span", { class: "option" }, piece) : piece));
