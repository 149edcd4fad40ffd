// What the report holds, as the other parts use it. Nothing here touches the page.

const stored = JSON.parse(document.getElementById("report-data").textContent);

// text is what a reference stands for: the number of a text, or that of a form and those of the names that fill it.
function text(reference) {
  if (typeof reference === "number") {
    return stored.texts[reference];
  }
  const [form, ...names] = reference;
  return stored.texts[form].map((piece, i) => (i === 0 ? piece : stored.texts[names[i - 1]] + piece)).join("");
}

const grades = ["error", "warning", "note"];
const gradeOf = [undefined, "note", "warning", "error"];
const gravity = { error: 3, warning: 2, note: 1, suppressed: 0.5, none: 0 };
const words = { error: "Error", warning: "Warning", note: "Note", suppressed: "Suppressed", none: "No finding" };

const parties = stored.parties.map(([name, type, home, department], index) => ({
  index, name: text(name), type: text(type), home: text(home), department: text(department), findings: [], holds: [], gives: [],
}));
const places = stored.places.map(([where, title]) => ({ where: text(where), title: text(title) }));

const placeOf = (at) => (at ? `${text(at[0])}:${at[1]}:${at[2]}` : "");

// pageOf is the page of a place in the repository at its revision; empty where that is not known.
function pageOf(at) {
  const [before, after] = stored.pages;
  const file = at ? text(at[0]) : "-";
  if (before === "" || file === "-" || file.startsWith("/") || file.split("/").includes("..")) {
    return "";
  }
  return before + file.split("/").map(encodeURIComponent).join("/") + after + at[1];
}

// A finding makes its texts when they are asked for: of a hundred thousand, hardly any is looked at.
class Finding {
  #row;

  constructor(row, index) {
    this.#row = row;
    this.index = index;
    this.rule = stored.rules[row[0]];
    this.grade = gradeOf[row[1]];
    this.parties = row[6].map((i) => parties[i]);
    this.party = this.parties[0];
    this.batch = row[10] ? text(row[10]) : "";
    this.isSuppressed = row.length > 11;
  }

  get message() { return text(this.#row[2]); }
  get subject() { return text(this.#row[3]); }
  get place() { return placeOf(this.#row[4]); }
  get page() { return pageOf(this.#row[4]); }
  get line() { return this.#row[5]?.map(text); }
  get related() { return (this.#row[8] ?? []).map(([message, at]) => ({ message: text(message), place: placeOf(at), page: pageOf(at) })); }
  get assumed() { return (this.#row[9] ?? []).map(text); }

  get fixes() {
    return (this.#row[7] ?? []).map(([place, kind, said, intro]) => ({
      ...places[place], alternative: (kind & 2) > 0, intro: text(intro), command: kind & 1 ? text(said) : "", text: kind & 1 ? "" : text(said),
    }));
  }

  // fixPlaces are where the fix is carried out, as indices of places.
  get fixPlaces() { return (this.#row[7] ?? []).map(([place]) => place); }

  get suppressed() {
    const [kind, rationale, at] = this.#row[11] ?? [];
    return this.isSuppressed ? { kind: text(kind), rationale: text(rationale), place: placeOf(at) } : undefined;
  }
}

const findings = stored.findings.map((row, index) => new Finding(row, index));
const open = findings.filter((f) => !f.isSuppressed);
const waived = findings.filter((f) => f.isSuppressed);

// A delegation is as good as the gravest of what was found about it.
const delegations = stored.delegations.map(([recipient, delegate, permission, ...about]) => {
  const concerning = about.map((i) => findings[i]);
  return {
    recipient: parties[recipient], delegate: parties[delegate], permission: text(permission), findings: concerning,
    grade: gravest(concerning),
  };
});

function gravest(list) {
  let worst = "none";
  for (const finding of list) {
    const grade = finding.isSuppressed ? "suppressed" : finding.grade;
    if (gravity[grade] > gravity[worst]) {
      worst = grade;
    }
  }
  return worst;
}

for (const finding of findings) {
  finding.party?.findings.push(finding);
}
for (const delegation of delegations) {
  delegation.recipient.gives.push(delegation);
  delegation.delegate.holds.push(delegation);
}

// everythingAbout are the findings of a party and of what it may do and others may do on it, each once, the gravest first.
function everythingAbout(party) {
  const about = new Set(party.findings);
  for (const delegation of [...party.gives, ...party.holds]) {
    delegation.findings.forEach((f) => about.add(f));
  }
  return byGravity([...about]);
}

// byGravity keeps the order of the files among equals.
function byGravity(list) {
  const rank = (f) => (f.isSuppressed ? gravity.suppressed : gravity[f.grade]);
  return list.toSorted((a, b) => rank(b) - rank(a) || a.index - b.index);
}

const plain = (string) => string.normalize("NFC").toLowerCase();

// searchable is everything that a finding says, in lower case; it is put together when somebody searches.
function searchable(finding) {
  finding.haystack ??= plain([
    finding.rule.id, finding.rule.name, finding.rule.title, words[finding.grade], finding.message, finding.subject, finding.place,
    ...finding.parties.map((p) => p.name), finding.batch, ...finding.assumed, ...finding.related.flatMap((r) => [r.message, r.place]),
    ...finding.fixes.flatMap((f) => [f.title, f.intro, f.command, f.text]), finding.suppressed?.rationale,
  ].join("\n"));
  return finding.haystack;
}

// terms are the words of a query. Words between quotes are one, and found as whole words only. A number is always a whole one: wave-1 is
// not wave-10.
function terms(query) {
  return [...plain(query).matchAll(/"([^"]+)"|[^\s"]+/g)].map(([word, quoted]) => ({ word: quoted ?? word, whole: quoted !== undefined }));
}

const letter = /[\p{L}\p{N}]/u;
const digit = /\p{N}/u;

// indexOfTerm finds a term in a text that is folded already, from a place on; negative where it is not there.
function indexOfTerm(folded, { word, whole }, from = 0) {
  const bound = whole ? letter : digit;
  const goesOn = (inside, outside) => outside !== undefined && bound.test(inside) && bound.test(outside);
  for (let at = folded.indexOf(word, from); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!goesOn(word[0], folded[at - 1]) && !goesOn(word.at(-1), folded[at + word.length])) {
      return at;
    }
  }
  return -1;
}
const counted = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

function tallied(list) {
  return grades.map((grade) => [list.filter((f) => f.grade === grade).length, grade])
    .filter(([n]) => n > 0).map(([n, grade]) => counted(n, grade)).join(", ");
}

// sideOf is the side somebody lives on; whoever has no home is on none.
const sideOf = (party) => (party.home === "" ? "none" : party.home === "cloud" ? "cloud" : "on_premises");

// described is a party in a few words: "shared mailbox in corp".
function described(party) {
  if (party.home === "") {
    return party.type || "not a declared recipient";
  }
  return `${party.type} in ${party.home === "cloud" ? "the cloud" : party.home}`;
}
