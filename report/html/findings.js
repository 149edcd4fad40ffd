// The list of findings: filtered, grouped, a page at a time.

const wanted = { query: "", grades: new Set(grades), rule: "", place: "", home: "", pair: "", batch: "", department: "", about: "", group: "rule" };
const toggledGroups = new Map();
const pageOfGroups = 50;
const pageOfFindings = 25;
// Groups are open while there are only a few findings, and a few more where somebody looks for something.
const fewFindings = 12;
const fewFound = 40;
// On paper a rule has so many findings at most: nobody reads thousands of pages.
const printedOfRule = 10;

const noHome = "(organization)";
const homeOf = (finding) => finding.party?.home || noHome;
const sideName = (home) => (home === "cloud" ? "Exchange Online" : home);
// pairOf are the sides of the people that a finding is about, in words.
const pairOf = (finding) => [...new Set(finding.parties.map((p) => p.home).filter(Boolean).map(sideName))].toSorted().join(" and ");

// choices are the fields with a list, each with what a finding has there.
const choices = {
  rule: (f) => [f.rule.id],
  place: (f) => [...new Set(f.fixPlaces)].map((i) => places[i].where),
  home: (f) => [homeOf(f)],
  pair: (f) => [pairOf(f)],
  batch: (f) => [f.batch],
  department: (f) => [...new Set(f.parties.map((p) => p.department))],
};

// misses are the fields that a finding does not fit; two are enough to know that it counts nowhere.
function misses(finding, searched) {
  const missed = [];
  const miss = (name, fits) => fits || missed.push(name);
  miss("grades", wanted.grades.has(finding.grade));
  for (const [name, of] of Object.entries(choices)) {
    miss(name, wanted[name] === "" || of(finding).includes(wanted[name]));
    if (missed.length > 1) {
      return missed;
    }
  }
  miss("about", wanted.about === "" || finding.parties.some((p) => p.name === wanted.about));
  miss("query", searched.every((term) => indexOfTerm(searchable(finding), term) >= 0));
  return missed;
}

// filtered are the findings that fit, and for every field how many would fit for each of its values.
function filtered(searched) {
  const matching = [];
  const counts = Object.fromEntries(["grades", ...Object.keys(choices)].map((name) => [name, new Map()]));
  const count = (name, key) => counts[name].set(key, (counts[name].get(key) ?? 0) + 1);
  for (const finding of open) {
    const missed = misses(finding, searched);
    if (missed.length === 0) {
      matching.push(finding);
    }
    const counting = missed.length === 0 ? Object.keys(counts) : missed.length === 1 && counts[missed[0]] ? missed : [];
    for (const name of counting) {
      (name === "grades" ? [finding.grade] : choices[name](finding)).forEach((key) => count(name, key));
    }
  }
  return { matching, counts };
}

// groupings are what findings can be grouped by: a key, and what stands in the heading of a group without one.
const groupings = {
  rule: { of: (f) => f.rule.id, noun: "rule" },
  party: { of: (f) => f.party?.name ?? "", noun: "recipient", none: "The organization as a whole" },
  batch: { of: (f) => f.batch, noun: "batch", plural: "batches", none: "No migration batch" },
  pair: { of: pairOf, noun: "group", none: "The organization as a whole" },
  department: { of: (f) => f.party?.department ?? "", noun: "department", none: "No department declared" },
};

function groupsOf(list) {
  const by = printing ? "rule" : wanted.group;
  const groups = new Map();
  for (const finding of list) {
    const key = groupings[by].of(finding);
    if (!groups.has(key)) {
      groups.set(key, { key: `${by} ${key}`, party: by === "party" ? finding.party : undefined,
        rule: by === "rule" ? finding.rule : undefined, name: key || groupings[by].none, findings: [], weight: 0 });
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
  const { matching, counts } = filtered(searched);
  groups = groupsOf(matching);
  const byDefault = matching.length <= (matching.length < open.length ? fewFound : fewFindings);
  const container = el("div", {});
  const { noun, plural = `${noun}s` } = groupings[printing ? "rule" : wanted.group];
  const more = paged(container, groups, pageOfGroups, (g) => groupSection(g, searched, byDefault), noun);
  const nothing = el("p", { class: "nothing" }, open.length === 0 ? "There are no findings." : "No finding fits the filters.");
  byId("groups").replaceChildren(matching.length === 0 ? nothing : container, more);
  const where = groups.length > 1 ? ` in ${groups.length.toLocaleString("en")} ${plural}` : "";
  byId("count").textContent = matching.length === open.length
    ? `${counted(open.length, "finding")}${where}` : `${matching.length.toLocaleString("en")} of ${counted(open.length, "finding")}${where}`;
  expandButton(byDefault);
  showCounts(counts);
}

// showCounts says beside every value how many findings there would be.
function showCounts(counts) {
  for (const name of Object.keys(choices)) {
    for (const option of byId(name).options) {
      if (option.value !== "" || option.dataset.none) {
        const key = option.dataset.none ? "" : option.value;
        option.textContent = `${option.dataset.label} (${(counts[name].get(key) ?? 0).toLocaleString("en")})`;
      }
    }
  }
  document.getElementsByName("severity").forEach((box) => {
    box.parentElement.querySelector(".number").textContent = (counts.grades.get(box.value) ?? 0).toLocaleString("en");
  });
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
    el("span", { class: "what" }, el("span", { class: "title" }, group.rule ? group.rule.title || group.rule.name : group.name),
      el("span", { class: "origin" }, group.rule ? `${group.rule.id} ${group.rule.name}` : group.party && described(group.party))),
    el("span", { class: "counts" }, tallied(group.findings)));
  const show = (isOpen) => {
    toggle.setAttribute("aria-expanded", String(isOpen));
    body.hidden = !isOpen;
    if (isOpen && !body.hasChildNodes()) {
      const list = el("ul", { class: "findings" });
      const kept = printing ? group.findings.slice(0, printedOfRule) : group.findings;
      const more = paged(list, kept, pageOfFindings, (f) => findingItem(f, { withRule: !group.rule, searched }), "finding");
      const omitted = kept.length < group.findings.length
        && el("p", { class: "left-out" }, `And ${counted(group.findings.length - kept.length, "finding")} more, which are in the file.`);
      body.append(...[group.rule ? aboutRule(group.rule) : aboutParty(group), list, more, omitted].filter(Boolean));
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

// options fills a list; showCounts writes its texts.
function options(name, values) {
  byId(name).append(...values.map(([value, label]) => el("option", { value, "data-label": label }, label)));
}

// offer lists the values that findings have in a field, the most frequent first, and hides the field where there is no choice.
function offer(name, label = (value) => value) {
  const counts = new Map();
  open.forEach((f) => choices[name](f).forEach((key) => key !== "" && counts.set(key, (counts.get(key) ?? 0) + 1)));
  options(name, [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => [value, label(value)]));
  const field = byId(`${name}-field`);
  if (field) {
    const everywhere = [...counts.values()].includes(open.length);
    field.hidden = counts.size < (everywhere ? 2 : 1);
  }
  return counts;
}

function setUpFilters() {
  byId("findings").classList.toggle("empty", open.length === 0);
  const found = new Set(open.map((f) => f.rule.id));
  options("rule", stored.rules.filter((r) => found.has(r.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((r) => [r.id, `${r.id} ${r.title || r.name}`]));
  offer("place", (where) => places.find((p) => p.where === where).title);
  offer("home", (home) => (home === "cloud" ? "Exchange Online (cloud)" : home === noHome ? "no mailbox: settings of the organization" : `on-premises: ${home}`));
  for (const name of ["pair", "batch", "department"]) {
    if (offer(name).size === 0) {
      byId("group").querySelector(`[value="${name}"]`).remove();
    }
  }

  let waiting;
  byId("query").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => filter({ query: event.target.value }), 150);
  });
  for (const name of Object.keys(choices)) {
    byId(name).addEventListener("change", (event) => filter({ [name]: event.target.value }));
  }
  document.getElementsByName("severity").forEach((box) => {
    box.parentElement.append(el("span", { class: "number" }));
    box.addEventListener("change", () => {
      box.checked ? wanted.grades.add(box.value) : wanted.grades.delete(box.value);
      renderFindings();
    });
  });
  byId("group").addEventListener("change", (event) => filter({ group: event.target.value }));
  byId("clear").addEventListener("click", () => {
    clearFilters();
    announce("All filters were cleared.");
  });
}

// filter takes over some wishes and shows them in the fields.
function filter(wishes) {
  Object.assign(wanted, wishes);
  for (const name of ["query", "group", ...Object.keys(choices)]) {
    if (byId(name).value !== wanted[name]) {
      byId(name).value = wanted[name];
    }
  }
  document.getElementsByName("severity").forEach((box) => { box.checked = wanted.grades.has(box.value); });
  byId("about").textContent = wanted.about;
  byId("about-field").hidden = wanted.about === "";
  renderFindings();
}

function clearFilters(wishes = {}) {
  filter({ query: "", grades: new Set(grades), rule: "", place: "", home: "", pair: "", batch: "", department: "", about: "", ...wishes });
}

function renderSuppressed() {
  const list = el("ul", { class: "findings" });
  const kept = printing ? byGravity(waived).slice(0, pageOfFindings) : byGravity(waived);
  const more = paged(list, kept, pageOfFindings, (f) => findingItem(f, { withRule: true, level: "h3" }), "finding");
  byId("suppressed-list").replaceChildren(waived.length > 0 ? list : el("p", { class: "nothing" }, "Nothing is suppressed."), more);
}
