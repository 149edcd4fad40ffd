// Making elements. Whatever the files say becomes text, never markup.

// While printing, lists are whole and everything is open.
let printing = false;

const drawing = "http://www.w3.org/2000/svg";

function make(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false && child !== ""));
  return element;
}

const el = (tag, attributes = {}, ...children) => make(document.createElement(tag), attributes, children);
const svg = (tag, attributes = {}, ...children) => make(document.createElementNS(drawing, tag), attributes, children);
const byId = (id) => document.getElementById(id);

// A glyph says a grade by its shape, for those who do not see its colour.
const glyphs = {
  error: [["circle", { cx: 8, cy: 8, r: 7.5, class: "fill" }], ["path", { d: "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6", class: "ink" }]],
  warning: [["path", { d: "M8 1.2 15.4 14.6H.6Z", class: "fill round" }], ["path", { d: "M8 6.2v3.9M8 12.2v.3", class: "ink" }]],
  note: [["rect", { x: 1, y: 1, width: 14, height: 14, rx: 3, class: "fill" }], ["path", { d: "M8 7.4v4M8 4.5v.3", class: "ink" }]],
  suppressed: [["circle", { cx: 8, cy: 8, r: 6.8, class: "line" }], ["path", { d: "M4.6 8h6.8", class: "line" }]],
  none: [["path", { d: "M3.5 8.6l3 3 6-7", class: "line" }]],
};

function glyph(grade, attributes = {}) {
  return svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, class: `glyph ${grade}`, "aria-hidden": "true", ...attributes },
    glyphs[grade].map(([tag, shape]) => svg(tag, shape)));
}

const button = (label, click, attributes = {}) => el("button", { type: "button", class: "button", on: { click }, ...attributes }, label);

// link leads to a page outside of the report. Addresses that are not https never get here; if one did, it stays text.
function link(address, label) {
  if (!address.startsWith("https://")) {
    return el("span", {}, label);
  }
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", class: "outside" }, label, el("span", { class: "unseen" }, " (opens a new tab)"));
}

// marked shows where the searched words are.
function marked(string, searched) {
  const folded = plain(string);
  if (searched.length === 0 || folded.length !== string.length) {
    return [string];
  }
  const pieces = [];
  let done = 0;
  while (done < string.length) {
    const next = searched.map((term) => [indexOfTerm(folded, term, done), term.word.length]).filter(([at]) => at >= 0)
      .toSorted((a, b) => a[0] - b[0] || b[1] - a[1])[0];
    if (!next) {
      break;
    }
    pieces.push(string.slice(done, next[0]), el("mark", {}, string.slice(next[0], next[0] + next[1])));
    done = next[0] + next[1];
  }
  return [...pieces, string.slice(done)];
}

// prose shows what stands between backticks as code.
const prose = (string) => string.split("`").map((piece, i) => (i % 2 ? el("code", {}, piece) : piece));

function announce(sentence) {
  byId("announcement").textContent = "";
  requestAnimationFrame(() => { byId("announcement").textContent = sentence; });
}

// copy uses the old way where a browser refuses the new one to a file.
async function copy(string) {
  try {
    await navigator.clipboard.writeText(string);
    return true;
  } catch {
    const area = el("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" });
    area.value = string;
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    before?.focus();
    return copied;
  }
}

// paged shows a list piece by piece: the first so many, and a button for more. The focus goes to the first new one.
function paged(container, items, size, render, noun) {
  let shown = 0;
  const more = button("", () => {
    const first = grow();
    (first?.matches("button, a") ? first : first?.querySelector("button, a"))?.focus();
  }, { class: "button more" });
  function grow(by = printing ? items.length : size) {
    const added = items.slice(shown, shown + by).map(render);
    container.append(...added);
    shown += added.length;
    const left = items.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, size).toLocaleString("en")} more of ${counted(items.length, noun)}`;
    return added[0];
  }
  grow();
  return more;
}
