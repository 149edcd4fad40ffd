// What the report holds, as the other parts use it. Nothing here touches the page.

const stored = JSON.parse(document.getElementById("report-data").textContent);
const text = (index) => stored.texts[index ?? 0] ?? "";

const grades = ["error", "warning", "note"];
const gravity = { error: 3, warning: 2, note: 1, suppressed: 0.5, none: 0 };
const words = { error: "Error", warning: "Warning", note: "Note", suppressed: "Suppressed", none: "No finding" };

const parties = stored.parties.map(([name, type, home], index) => ({
  index, name: text(name), type: text(type), home: text(home), findings: [], holds: [], gives: [],
}));

const placeOf = (at) => (at ? `${text(at[0])}:${at[1]}:${at[2]}` : "");

const findings = stored.findings.map((stored, index) => ({
  index,
  rule: stored.rule,
  grade: stored.severity,
  message: text(stored.message),
  subject: text(stored.subject),
  place: placeOf(stored.at),
  line: stored.line?.map(text),
  assumed: (stored.assumed ?? []).map(text),
  related: (stored.related ?? []).map((r) => ({ message: text(r.message), place: placeOf(r.at) })),
  fixes: (stored.fixes ?? []).map((f) => ({
    where: text(f.where), title: text(f.title), alternative: f.alternative === true, intro: text(f.intro), command: text(f.command), text: text(f.text),
  })),
  party: parties[stored.party],
  suppressed: stored.suppressed && {
    kind: text(stored.suppressed.kind), rationale: text(stored.suppressed.rationale), place: placeOf(stored.suppressed.at),
  },
}));
const open = findings.filter((f) => !f.suppressed);
const waived = findings.filter((f) => f.suppressed);

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
    const grade = finding.suppressed ? "suppressed" : finding.grade;
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

const ruleOf = (finding) => stored.rules[finding.rule];

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
  const rank = (f) => (f.suppressed ? gravity.suppressed : gravity[f.grade]);
  return list.toSorted((a, b) => rank(b) - rank(a) || a.index - b.index);
}

const plain = (string) => string.normalize("NFC").toLowerCase();

// searchable is everything that a finding says, in lower case; it is put together when somebody searches.
function searchable(finding) {
  finding.haystack ??= plain([
    ruleOf(finding).id, ruleOf(finding).name, ruleOf(finding).title, words[finding.grade], finding.message, finding.subject, finding.place,
    finding.party?.name, ...finding.assumed, ...finding.related.flatMap((r) => [r.message, r.place]),
    ...finding.fixes.flatMap((f) => [f.title, f.intro, f.command, f.text]), finding.suppressed?.rationale,
  ].join("\n"));
  return finding.haystack;
}

const terms = (query) => plain(query).split(/\s+/).filter(Boolean);
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
