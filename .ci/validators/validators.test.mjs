// What hybridlint writes and ships, before the judges of those who read it. REPORTS is the folder that run fills.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { validate as validateDockerfile } from "dockerfile-utils";
import { validate } from "./sarif.mjs";

const reports = process.env.REPORTS;
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const resultsOf = (file) => JSON.parse(readFileSync(file, "utf8")).runs[0].results;

for (const [name, kinds, config, without] of [
  ["contoso.sarif", "Sarif;Ghas"],
  ["clean.sarif", "Sarif;Ghas"],
  ["failed.sarif", "Sarif;Ghas"],
  ["gitlab.sarif", "Sarif", "strict.xml", "SARIF2011"], // contextRegion is left out, for GitLab takes 10 MB
  ["azure.sarif", "Sarif;Ghas;GHAzDO"],
  ["many.sarif", "Sarif;Ghas", "many.xml"],
]) {
  test(`the official validator has nothing to say about ${name}`, () => {
    const said = validate(join(reports, name), kinds, config).filter((s) => s.split(" ")[1] !== without);
    assert.deepEqual(said, []);
  });
}

test("the files are what their names say", () => {
  assert.ok(resultsOf(join(reports, "contoso.sarif")).length > 10);
  assert.deepEqual(resultsOf(join(reports, "clean.sarif")), []);
  const failed = JSON.parse(readFileSync(join(reports, "failed.sarif"), "utf8")).runs[0].invocations[0];
  assert.equal(failed.executionSuccessful, false);
  assert.equal(failed.exitCode, 3);
  assert.ok(failed.toolExecutionNotifications.length > 0);
  const many = resultsOf(join(reports, "many.sarif")).length;
  assert.ok(many >= 5000 && many <= 25000, `${many} results`);
});

test("the validator does find mistakes", () => {
  const file = join(reports, "poor.sarif");
  writeFileSync(file, JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [{ ruleId: "y", message: { text: "z" } }] }] }));
  const said = validate(file, "Sarif;Ghas");
  assert.ok(said.some((s) => s.startsWith("error GH1015")) && said.some((s) => s.startsWith("note")), said.join("\n"));
  const broken = join(reports, "broken.sarif");
  writeFileSync(broken, "{");
  assert.notDeepEqual(validate(broken, "Sarif;Ghas"), []);
});

const actionValidator = (file) => spawnSync(process.execPath, [join(here, "node_modules/@action-validator/cli/cli.mjs"), file], { encoding: "utf8" });

test("action.yml is an action", () => {
  const verdict = actionValidator(join(root, "action.yml"));
  assert.equal(verdict.status, 0, verdict.stdout + verdict.stderr);
});

test("the action validator does find mistakes", () => {
  const file = join(reports, "action.yml");
  writeFileSync(file, readFileSync(join(root, "action.yml"), "utf8").replace("using: composite", "using: composit"));
  assert.notEqual(actionValidator(file).status, 0);
});

test("the Dockerfile is one", () => {
  const text = readFileSync(join(root, "Dockerfile"), "utf8");
  assert.deepEqual(validateDockerfile(text).map((d) => `line ${d.range.start.line + 1}: ${d.message}`), []);
  assert.notDeepEqual(validateDockerfile(text.replace("COPY", "COPPY")), []);
});
