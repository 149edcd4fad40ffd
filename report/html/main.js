// Putting it together: which part is shown, the theme, printing.

const views = ["findings", "picture", "suppressed"];

function go(view, name) {
  const address = `#${view}/${encodeURIComponent(name)}`;
  if (location.hash === address) {
    route(true);
  } else {
    location.hash = address;
  }
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// route follows the address: "#picture/amy@contoso.com", "#rule/HYB302".
function route(byUser) {
  const [, name, detail] = /^#([a-z]*)(?:\/(.*))?$/s.exec(location.hash) ?? [];
  const argument = detail === undefined ? undefined : decoded(detail);
  show(views.includes(name) ? name : "findings");
  switch (name) {
    case "picture":
      showPicture(argument);
      break;
    case "rule":
      toggledGroups.set(`rule ${argument}`, true);
      clearFilters({ rule: argument, group: "rule" });
      break;
    case "search":
      clearFilters({ query: argument });
      break;
    case "about":
      clearFilters({ about: argument });
      break;
    case "place":
      clearFilters({ place: argument });
      break;
  }
  if (byUser) {
    const heading = byId(`${document.body.dataset.view}-title`);
    heading.focus({ preventScroll: true });
    (name === "picture" ? byId("around") : heading).scrollIntoView({ block: name === "picture" ? "nearest" : "start" });
  }
}

function show(view) {
  document.body.dataset.view = view;
  views.forEach((name) => { byId(name).hidden = name !== view; });
  document.querySelectorAll(".views a").forEach((a) => {
    a.getAttribute("href") === `#${view}` ? a.setAttribute("aria-current", "page") : a.removeAttribute("aria-current");
  });
}

function setUpTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const current = () => document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light");
  const label = () => { byId("theme").textContent = current() === "dark" ? "Light theme" : "Dark theme"; };
  byId("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = current() === "dark" ? "light" : "dark";
    label();
  });
  system.addEventListener("change", label);
  label();
}

// What is printed is the summary, and of every rule the gravest findings, open.
function setUpPrinting() {
  const print = (now) => {
    if (printing === now) {
      return;
    }
    printing = now;
    renderFindings();
    renderSuppressed();
    if (centre) {
      renderAround();
    }
  };
  byId("print").addEventListener("click", () => window.print());
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  matchMedia("print").addEventListener("change", (event) => print(event.matches));
}

setUpTheme();
setUpFilters();
setUpPicture();
setUpPrinting();
document.querySelectorAll(".needs-script").forEach((part) => { part.hidden = false; });
renderFindings();
renderSuppressed();
route(false);
addEventListener("hashchange", () => route(true));
// A link to where one already is does not change the address.
document.addEventListener("click", (event) => {
  const target = event.target.closest?.('a[href^="#"]');
  if (target && target.getAttribute("href") === location.hash) {
    event.preventDefault();
    route(true);
  }
});
