// The view of the picture: whom to draw, the picture, the same in words, and the findings that belong to it.

// Small windows show less at first.
const small = matchMedia("(max-width: 900px)").matches;
const firstNeighbours = small ? 3 : 6;
const moreNeighbours = 20;
const pageOfParties = small ? 5 : 10;
const pageOfRows = 25;

let centre;
let neighboursDrawn = firstNeighbours;
let revealed;

const drawable = parties.filter((p) => p.gives.length > 0 || p.holds.length > 0);

// ranked puts those with most that is broken first; it is worked out when the picture is first looked at.
let rankedParties;
function ranked() {
  const weight = (party) => everythingAbout(party).reduce((sum, f) => sum + (f.isSuppressed ? 0 : [0, 1, 1000, 1e6][gravity[f.grade]]), 0);
  rankedParties ??= drawable.map((party) => ({ party, weight: weight(party) })).toSorted((a, b) => b.weight - a.weight).map((p) => p.party);
  return rankedParties;
}

function setUpPicture() {
  let waiting;
  byId("who").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(renderParties, 150);
  });
  new ResizeObserver(() => {
    const room = byId("drawing")?.clientWidth;
    if (room && !printing && room !== Number(byId("drawing").dataset.width)) {
      renderDrawing();
    }
  }).observe(byId("around"));
}

function showPicture(name) {
  const next = name === undefined ? centre ?? ranked()[0] : parties.find((p) => p.name === name);
  if (next !== centre || next === undefined) {
    centre = next;
    neighboursDrawn = firstNeighbours;
    revealed = undefined;
    renderAround(name);
  } else {
    renderDrawing();
  }
  renderParties();
}

function renderParties() {
  const searched = terms(byId("who").value);
  const fitting = ranked().filter((p) => searched.every((term) => indexOfTerm(plain(p.name), term) >= 0));
  const list = byId("who-list");
  list.replaceChildren();
  const more = paged(list, fitting, pageOfParties, (party) => {
    const about = everythingAbout(party).filter((f) => !f.isSuppressed);
    return el("li", {}, el("button", { type: "button", "aria-current": party === centre ? "true" : undefined, on: { click: () => go("picture", party.name) } },
      glyph(gravest(about)), el("span", { class: "what" }, el("span", { class: "title" }, splitName(party.name).flatMap((piece) => [el("wbr"), piece])), el("span", { class: "origin" }, described(party))),
      el("span", { class: "number" }, about.length.toLocaleString("en"), el("span", { class: "unseen" }, about.length === 1 ? " finding" : " findings"))));
  }, "name");
  list.append(el("li", {}, more));
  byId("who-count").textContent = drawable.length === 0 ? "This report knows no delegation."
    : `${counted(fitting.length, "name")}, the most broken first`;
}

function renderAround(name) {
  const panel = byId("around");
  if (!centre) {
    panel.replaceChildren(el("p", { class: "nothing" }, name === undefined ? "There is no delegation to draw." : `This report knows no delegation of ${name}.`));
    return;
  }
  const about = everythingAbout(centre);
  panel.replaceChildren(
    el("h3", { class: "centre-name" }, centre.name),
    el("p", { class: "hint" }, `${described(centre)}. ${tallied(about.filter((f) => !f.isSuppressed)) || "No finding"}.`),
    legend(),
    el("div", { id: "drawing" }),
    el("p", { class: "print-hidden" }, button("", () => {
      neighboursDrawn += moreNeighbours;
      renderDrawing();
    }, { class: "button more", id: "draw-more", hidden: true })),
    stored.delegations_complete ? "" : el("p", { class: "left-out" }, "Every delegation that a finding is about is here. Of the others this file does not hold all, for there are too many."),
    inWords(centre),
    el("div", { id: "around-findings" }));
  renderDrawing();
  renderAboutCentre();
}

function renderDrawing() {
  const container = byId("drawing");
  if (!centre || !container) {
    return;
  }
  const width = Math.max(300, printing ? 700 : container.clientWidth);
  const { picture, omitted } = drawAround(centre, width, printing ? 1e6 : neighboursDrawn, (party) => go("picture", party.name), reveal);
  container.dataset.width = width;
  container.replaceChildren(centre.gives.length + centre.holds.length > 0 ? picture : el("p", { class: "nothing" }, "Nobody may act on it, and it may act on nobody."));
  const more = byId("draw-more");
  more.hidden = omitted === 0;
  more.textContent = `Draw ${Math.min(omitted, moreNeighbours)} more of ${counted(omitted, "neighbour")} not drawn`;
}

function legend() {
  const entry = (grade, label) => el("li", {}, sample(grade), glyph(grade), label);
  return el("ul", { class: "legend", "aria-label": "What the lines mean" },
    entry("error", "error: will not work"), entry("warning", "warning: works partly"), entry("note", "note"),
    entry("suppressed", "suppressed"), entry("none", "no finding"));
}

const sample = (grade) => svg("svg", { viewBox: "0 0 34 12", width: 34, height: 12, class: `sample edge ${grade}`, "aria-hidden": "true" },
  svg("path", { d: "M1 6H26", class: "way" }), svg("path", { d: "M33 6l-8 -4.5v9Z", class: "head" }));

// inWords is the picture as a table: nothing is left out of it.
function inWords(party) {
  const rows = [...party.gives, ...party.holds].toSorted((a, b) => gravity[b.grade] - gravity[a.grade]);
  const body = el("tbody", {});
  const name = (other) => (other === party ? other.name : el("button", { type: "button", class: "plain", on: { click: () => go("picture", other.name) } }, other.name));
  const more = paged(body, rows, pageOfRows, (d) => el("tr", { class: d.grade },
    el("td", {}, name(d.delegate)), el("td", {}, d.permission), el("td", {}, name(d.recipient)),
    el("td", {}, el("span", { class: "state" }, glyph(d.grade), words[d.grade]),
      d.findings.length > 0 && [...new Map(d.findings.map((f) => [f.rule.id, f]))].map(([id, f]) =>
        el("button", { type: "button", class: "plain", "aria-label": `${id}: show the finding`, on: { click: () => reveal(f) } }, id)))), "delegation");
  return el("div", {}, el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "The same in words" }, el("table", {}, el("caption", {}, "The same in words"),
    el("thead", {}, el("tr", {}, ["Who", "May", "On", "State"].map((title) => el("th", { scope: "col" }, title)))), body)), more);
}

function renderAboutCentre() {
  const about = everythingAbout(centre);
  const ordered = revealed ? [revealed, ...about.filter((f) => f !== revealed)] : about;
  const list = el("ul", { class: "findings" });
  const more = paged(list, ordered, pageOfFindings, (f) => findingItem(f, { withRule: true }), "finding");
  byId("around-findings").replaceChildren(...(about.length > 0 ? [el("h3", {}, `Findings around ${centre.name}`), list, more] : []));
}

// reveal opens a finding below the picture.
function reveal(finding) {
  revealed = finding;
  opened.add(finding);
  renderAboutCentre();
  const first = byId("around-findings").querySelector(".finding .toggle");
  first.focus();
  first.scrollIntoView({ block: "center" });
}
