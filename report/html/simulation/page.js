"use strict";
{
  const form = document.querySelector(".filter");
  const findings = [...document.querySelectorAll(".finding")];
  const apply = () => {
    const person = form.elements.person.value.trim().toLowerCase();
    const rule = form.elements.rule.value;
    const forest = form.elements.forest.value;
    let shown = 0;
    for (const f of findings) {
      const hit = (!person || f.dataset.person.toLowerCase().includes(person)) &&
        (!rule || f.dataset.rule === rule) && (!forest || f.dataset.forest === forest);
      f.hidden = !hit;
      shown += hit ? 1 : 0;
    }
    form.elements.count.value = `${shown} of ${findings.length} findings`;
  };
  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }
}
