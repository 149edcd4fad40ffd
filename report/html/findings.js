// The list of findings: filtered, grouped, a page at a time.

const wanted = { query: "", grades: new Set(grades), rule: "", place: "", home: "", group: "rule" };
const toggledGroups = new Map();
const pageOfGroups = 50;
const pageOfFindings = 25;
// Groups are open while there are only a few findings, and a few more where somebody looks for something.
const fewFindings = 12;
const fewFound = 40;
const printable = 5000;

const noHome = "(organization)";
const homeOf = (finding) => finding.party?.home || noHome;

function matches(finding, searched) {
  return wanted.grades.has(finding.grade)
    && (wanted.rule === "" || finding.rule.id === wanted.rule)
    && (wanted.place === "" || finding.fixPlaces.some((i) => places[i].where === wanted.place))
    && (wanted.home === "" || homeOf(finding) === wanted.home)
    && searched.every((term) => searchable(finding).includes(term));
}

function groupsOf(list) {
  const groups = new Map();
  for (const finding of list) {
    const key = wanted.group === "rule" ? finding.rule.id : finding.party?.name ?? "";
    if (!groups.has(key)) {
      groups.set(key, { key: `${wanted.group} ${key}`, party: wanted.group === "party" ? finding.party : undefined,
        rule: wanted.group === "rule" ? finding.rule : undefined, findings: [], weight: 0 });
    }
    groups.get(key).findings.push(finding);
  }
  const weight = (g) => grades.map((grade) => g.findings.filter((f) => f.grade === grade).length);
  for (const group of groups.values()) {
    group.weight = weight(group);
    group.findings = byGravity(group.findings);
  }
  return [...groups.values()].toSorted((a, b) => {
    const i = a.weight.findIndex((n, i) => n !== b.weight[i]);
    return i < 0 ? (a.key < b.key ? -1 : 1) : b.weight[i] - a.weight[i];
  });
}

let groups = [];

function renderFindings() {
  const searched = terms(wanted.query);
  const matching = open.filter((f) => matches(f, searched));
  const kept = printing ? byGravity(matching).slice(0, printable) : matching;
  groups = groupsOf(kept);
  const byDefault = kept.length <= (kept.length < open.length ? fewFound : fewFindings);
  const container = el("div", {});
  const more = paged(container, groups, pageOfGroups, (g) => groupSection(g, searched, byDefault), wanted.group === "rule" ? "rule" : "recipient");
  const nothing = el("p", { class: "nothing" }, open.length === 0 ? "There are no findings." : "No finding fits the filters.");
  const omitted = kept.length < matching.length
    && el("p", { class: "left-out" }, `Printed are the gravest ${counted(kept.length, "finding")}; filter to print the others.`);
  byId("groups").replaceChildren(...[omitted, matching.length === 0 ? nothing : container, more].filter(Boolean));
  const where = groups.length > 1 ? ` in ${counted(groups.length, wanted.group === "rule" ? "rule" : "group")}` : "";
  byId("count").textContent = matching.length === open.length
    ? `${counted(open.length, "finding")}${where}` : `${matching.length.toLocaleString("en")} of ${counted(open.length, "finding")}${where}`;
  expandButton(byDefault);
}

const isOpen = (group, byDefault) => printing || (toggledGroups.get(group.key) ?? byDefault);

function expandButton(byDefault) {
  const all = groups.every((g) => isOpen(g, byDefault));
  const toggle = byId("expand");
  toggle.textContent = all ? "Collapse all" : "Expand all";
  toggle.disabled = groups.length === 0;
  toggle.onclick = () => {
    groups.forEach((g) => toggledGroups.set(g.key, !all));
    renderFindings();
  };
}

function groupSection(group, searched, byDefault) {
  const id = `group-${serial()}`;
  const body = el("div", { class: "group-body", id });
  const toggle = el("button", { type: "button", class: "toggle", "aria-controls": id }, glyph(gravest(group.findings)),
    el("span", { class: "what" }, el("span", { class: "title" }, group.rule ? group.rule.title || group.rule.name : group.party?.name ?? "The organization as a whole"),
      el("span", { class: "origin" }, group.rule ? `${group.rule.id} ${group.rule.name}` : group.party && described(group.party))),
    el("span", { class: "counts" }, tallied(group.findings)));
  const show = (isOpen) => {
    toggle.setAttribute("aria-expanded", String(isOpen));
    body.hidden = !isOpen;
    if (isOpen && !body.hasChildNodes()) {
      const list = el("ul", { class: "findings" });
      const more = paged(list, group.findings, pageOfFindings, (f) => findingItem(f, { withRule: !group.rule, searched }), "finding");
      body.append(group.rule ? aboutRule(group.rule) : aboutParty(group), list, more);
    }
  };
  toggle.addEventListener("click", () => {
    const next = !isOpen(group, byDefault);
    toggledGroups.set(group.key, next);
    show(next);
    expandButton(byDefault);
  });
  show(isOpen(group, byDefault));
  return el("section", { class: "group" }, el("h3", {}, toggle), body);
}

function aboutRule(rule) {
  return el("div", { class: "about" }, rule.description && el("p", {}, prose(rule.description)), rule.why && el("p", {}, prose(rule.why)),
    rule.pages.length > 0 && el("div", { class: "sources" }, el("p", {}, "Microsoft:"), pages(rule)));
}

function aboutParty(group) {
  if (!group.party || !pictured({ party: group.party })) {
    return "";
  }
  return el("p", { class: "go print-hidden" }, button(`Picture of ${group.party.name}`, () => go("picture", group.party.name)));
}

function options(select, values) {
  select.append(...values.map(([value, label]) => el("option", { value }, label)));
}

function tally(list, keyOf) {
  const counts = new Map();
  list.forEach((f) => new Set(keyOf(f)).forEach((key) => counts.set(key, (counts.get(key) ?? 0) + 1)));
  return counts;
}

function setUpFilters() {
  byId("findings").classList.toggle("empty", open.length === 0);
  const rules = tally(open, (f) => [f.rule.id]);
  options(byId("rule"), stored.rules.filter((r) => rules.has(r.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((r) => [r.id, `${r.id} ${r.title || r.name} (${rules.get(r.id)})`]));
  const placed = tally(open, (f) => f.fixPlaces);
  options(byId("place"), [...placed].toSorted((a, b) => b[1] - a[1]).map(([i, n]) => [places[i].where, `${places[i].title} (${n})`]));
  const homes = tally(open, (f) => [homeOf(f)]);
  options(byId("home"), [...homes].toSorted((a, b) => b[1] - a[1]).map(([home, n]) =>
    [home, `${home === "cloud" ? "Exchange Online (cloud)" : home === noHome ? "no mailbox: settings of the organization" : `on-premises: ${home}`} (${n})`]));
  byId("home-field").hidden = homes.size < 2;

  let waiting;
  byId("query").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => filter({ query: event.target.value }), 150);
  });
  for (const name of ["rule", "place", "home"]) {
    byId(name).addEventListener("change", (event) => filter({ [name]: event.target.value }));
  }
  document.getElementsByName("severity").forEach((box) => {
    const n = open.filter((f) => f.grade === box.value).length;
    box.parentElement.append(el("span", { class: "number" }, n.toLocaleString("en")));
    box.addEventListener("change", () => {
      box.checked ? wanted.grades.add(box.value) : wanted.grades.delete(box.value);
      renderFindings();
    });
  });
  document.getElementsByName("group").forEach((radio) => radio.addEventListener("change", () => filter({ group: radio.value })));
  byId("clear").addEventListener("click", () => {
    clearFilters();
    announce("All filters were cleared.");
  });
}

// filter takes over some wishes and shows them in the fields.
function filter(wishes) {
  Object.assign(wanted, wishes);
  for (const name of ["query", "rule", "place", "home"]) {
    if (byId(name).value !== wanted[name]) {
      byId(name).value = wanted[name];
    }
  }
  document.getElementsByName("severity").forEach((box) => { box.checked = wanted.grades.has(box.value); });
  document.getElementsByName("group").forEach((radio) => { radio.checked = radio.value === wanted.group; });
  renderFindings();
}

function clearFilters(wishes = {}) {
  filter({ query: "", grades: new Set(grades), rule: "", place: "", home: "", ...wishes });
}

function renderSuppressed() {
  const list = el("ul", { class: "findings" });
  const more = paged(list, byGravity(waived), pageOfFindings, (f) => findingItem(f, { withRule: true, level: "h3" }), "finding");
  byId("suppressed-list").replaceChildren(waived.length > 0 ? list : el("p", { class: "nothing" }, "Nothing is suppressed."), more);
}
