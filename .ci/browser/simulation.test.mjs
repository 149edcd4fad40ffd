// The page of a simulation, as people meet it in a meeting and on paper. "waves" is the sample, "steps" a generated organization with
// steps that break more than ten times what one rule says.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, screenshot, violations, visit } from "./browser.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const on = (name, options, test) => async () => {
  const visited = await visit(browser, name, options);
  try {
    await test(visited.page, visited);
    assert.deepEqual(visited.wrong, []);
  } finally {
    await visited.close();
  }
};

const count = (page) => page.locator("output[name=count]").textContent();
const numbers = async (page) => (await count(page)).match(/\d+/g).map(Number);
const visible = (page) => page.locator(".finding:visible").count();

describe("the page of a simulation", () => {
  it("has a line for every step, with what is open, that leads to its list", on("waves", {}, async (page) => {
    const rows = page.locator(".timeline tbody tr");
    assert.equal(await rows.count(), 5); // the start, and four waves
    for (const row of await rows.all()) {
      assert.match(await row.locator(".bar .error").getAttribute("aria-label"), /^\d+ errors$/);
      assert.match(await row.locator(".bar .warning").getAttribute("aria-label"), /^\d+ warnings$/);
    }
    await rows.nth(2).locator("a").click();
    assert.equal(new URL(page.url()).hash, "#step-2");
    assert.match(await page.locator("#step-2 h2").textContent(), /^Step 2: wave-2$/);
    await screenshot(page, "waves");
  }));
  for (const name of ["waves", "steps"]) {
    it(`filters ${name} by person, rule and forest, and says how many are left`, on(name, {}, async (page) => {
      const [all, found] = await numbers(page);
      assert.equal(all, found);
      assert.equal(await visible(page), all);
      const first = await page.locator(".finding").first().evaluate((f) => ({ ...f.dataset }));
      const fits = (f) => page.locator(".finding").evaluateAll((list, [key, value]) => list.filter((e) => e.dataset[key].includes(value)).length, f);
      const person = first.person.split(" ")[0];
      await page.getByLabel("Person").fill(person.toUpperCase());
      assert.equal(await visible(page), await fits(["person", person]));
      assert.equal((await numbers(page))[0], await visible(page));
      await page.getByLabel("Rule").selectOption(first.rule);
      const both = await visible(page);
      assert.ok(both > 0 && both <= await fits(["rule", first.rule]), `${both} of both`);
      for (const rule of await page.locator(".finding:visible").evaluateAll((list) => list.map((f) => f.dataset.rule))) {
        assert.equal(rule, first.rule);
      }
      await page.getByLabel("Person").fill("nobody@nowhere.example");
      assert.equal(await count(page), `0 of ${all} findings`);
      assert.equal(await visible(page), 0);
      await page.getByLabel("Person").fill("");
      await page.getByLabel("Rule").selectOption("");
      const forests = await page.getByLabel("Forest").locator("option").allTextContents();
      assert.ok(forests.length > 1, "there is no forest to choose");
      await page.getByLabel("Forest").selectOption(forests[1]);
      assert.equal(await visible(page), await fits(["forest", forests[1]]));
      await page.getByLabel("Forest").selectOption("");
      assert.equal(await visible(page), all);
      await page.getByLabel("Person").press("Enter"); // does not leave the page
      assert.equal(await count(page), `${all} of ${all} findings`);
    }));
  }
  it("prints a page of summary, then ten findings of a rule and step", on("steps", {}, async (page) => {
    const most = () => page.locator("section").evaluateAll((lists) => Math.max(...lists.map((list) => {
      const shown = {};
      for (const f of list.querySelectorAll(".finding")) {
        shown[f.dataset.rule] = (shown[f.dataset.rule] ?? 0) + (f.checkVisibility() ? 1 : 0);
      }
      return Math.max(...Object.values(shown));
    })));
    assert.ok(await most() > 10, "no list is long enough to be cut on paper");
    await page.emulateMedia({ media: "print" });
    assert.equal(await most(), 10);
    assert.equal(await page.locator(".filter:visible").count(), 0);
    assert.equal(await page.locator(".timeline").evaluate((e) => getComputedStyle(e).breakAfter), "page");
    assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
  }));
  it("says where findings were left out on paper", on("steps", {}, async (page) => {
    assert.equal(await page.locator(".left-out:visible").count(), 0);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".left-out:visible").count() > 0);
  }));
  it("is read without a script", on("waves", { javaScriptEnabled: false }, async (page) => {
    assert.ok(await page.locator(".finding:visible").count() > 0);
  }));
  it("fits into 390 pixels", on("waves", { viewport: { width: 390, height: 800 } }, async (page) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the window");
  }));
  for (const colorScheme of ["light", "dark"]) {
    it(`has nothing that axe objects to, ${colorScheme}`, on("waves", { colorScheme }, async (page) => {
      assert.deepEqual(await violations(page), []);
    }));
  }
});
