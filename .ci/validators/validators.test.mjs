// What hybridlint writes and ships, before the judges of those who read it. REPORTS is the folder that run fills.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import dockerignore from "@balena/dockerignore";
import { validate as validateDockerfile } from "dockerfile-utils";
import { validateXML } from "xmllint-wasm";
import { validate } from "./sarif.mjs";

const reports = process.env.REPORTS;
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const runs = ["contoso", "clean", "failed", "many"];
const runOf = (name) => JSON.parse(readFileSync(join(reports, `${name}.sarif`), "utf8")).runs[0];

// The validator takes 10 ms for a result and one processor, so the large files go first and small ones beside them.
describe("the official validator has nothing to say", { concurrency: availableParallelism() }, () => {
  for (const [name, kinds, config, ...without] of [
    ["many", "Sarif;Ghas", "many.xml"],
    ["many-azure", "GHAzDO", "many.xml"], // what the other kinds look at is the same as in many
    ["exports", "Sarif;Ghas", undefined, "SARIF2010", "SARIF2011"], // rows of exports may be too long to show
    ...["contoso", "clean", "failed"].flatMap((name) => [
      [name, "Sarif;Ghas"],
      [`${name}-azure`, "Sarif;Ghas;GHAzDO"],
      [`${name}-gitlab`, "Sarif;Ghas", "strict.xml", "SARIF2011"], // no contextRegion: GitLab takes 10 MB and does not look at it
    ]),
  ]) {
    it(`about ${name}, ${kinds}`, async () => {
      const said = await validate(join(reports, `${name}.sarif`), kinds, config);
      assert.deepEqual(said.filter((s) => !without.includes(s.split(" ")[1])), []);
    });
  }
});

describe("the files", () => {
  it("are what their names say", () => {
    assert.ok(runOf("contoso").results.length > 10);
    assert.ok(runOf("contoso").results.some((r) => r.suppressions?.length > 0), "nothing is suppressed");
    assert.deepEqual(runOf("clean").results, []);
    const failed = runOf("failed").invocations[0];
    assert.equal(failed.executionSuccessful, false);
    assert.equal(failed.exitCode, 3);
    assert.ok(failed.toolExecutionNotifications.length > 0);
    const many = runOf("many").results.length;
    assert.ok(many >= 5000 && many <= 25000, `${many} results`);
    assert.match(runOf("many-azure").automationDetails.id, /^azuredevops\//);
  });
  it("are no larger than their readers take", () => {
    for (const name of ["many-gitlab", "many-azure"]) {
      assert.equal(runOf(name).results.length, 5000, name);
    }
    assert.ok(statSync(join(reports, "many-gitlab.sarif")).size < 10_000_000);
    assert.ok(statSync(join(reports, "many.sarif")).size < 10_000_000, "the official validator takes 10,000 KB as it comes");
  });
});

describe("the validator does find mistakes", { concurrency: true }, () => {
  it("in a poor file", async () => {
    const file = join(reports, "poor.sarif");
    writeFileSync(file, JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [{ ruleId: "y", message: { text: "z" } }] }] }));
    const said = await validate(file, "Sarif;Ghas");
    assert.ok(said.some((s) => s.startsWith("error GH1015")) && said.some((s) => s.startsWith("note")), said.join("\n"));
  });
  it("in what is no JSON", async () => {
    const broken = join(reports, "broken.sarif");
    writeFileSync(broken, "{");
    assert.notDeepEqual(await validate(broken, "Sarif;Ghas"), []);
  });
});

// objections are what xmllint has against a document.
async function objections(format, contents) {
  const schema = readFileSync(join(root, `report/ci/${format}/testdata/${format}.xsd`), "utf8");
  const { valid, errors } = await validateXML({ xml: [{ fileName: `${format}.xml`, contents }], schema: [schema], initialMemoryPages: 512, maxMemoryPages: 8192 });
  assert.equal(valid, errors.length === 0);
  return errors.map((e) => e.rawMessage);
}

describe("xmllint", () => {
  for (const format of ["junit", "checkstyle"]) {
    const textOf = (name) => readFileSync(join(reports, `${name}.${format}.xml`), "utf8");
    for (const name of runs) {
      it(`has nothing against ${format} of ${name}`, async () => assert.deepEqual(await objections(format, textOf(name)), []));
    }
    it(`does find mistakes in ${format}`, async () => {
      const good = textOf("contoso");
      for (const [what, by] of [[/ line="\d+"/, ' line="one"'], [/ message="[^"]*"/, ""], [/<(testcase|error) /, "<finding/><$1 "], [/<\/(testsuites|checkstyle)>/, ""]]) {
        assert.match(good, what);
        assert.notDeepEqual(await objections(format, good.replace(what, by)), [], String(what));
      }
    });
  }
});

const actionValidator = (file) => spawnSync(process.execPath, [join(here, "node_modules/@action-validator/cli/cli.mjs"), file], { encoding: "utf8" });

describe("the action validator", () => {
  it("says that action.yml is an action", () => {
    const verdict = actionValidator(join(root, "action.yml"));
    assert.equal(verdict.status, 0, verdict.stdout + verdict.stderr);
  });
  it("does find mistakes", () => {
    const file = join(reports, "action.yml");
    writeFileSync(file, readFileSync(join(root, "action.yml"), "utf8").replace("using: composite", "using: composit"));
    assert.notEqual(actionValidator(file).status, 0);
  });
});

describe("the Dockerfile", () => {
  const text = readFileSync(join(root, "Dockerfile"), "utf8");
  it("is one", () => {
    assert.deepEqual(validateDockerfile(text).map((d) => `line ${d.range.start.line + 1}: ${d.message}`), []);
    assert.notDeepEqual(validateDockerfile(text.replace("COPY", "COPPY")), []);
  });
  // There may be no container engine here, but what the image is built from and how can be tried without one.
  it("builds a static program from what .dockerignore leaves", () => {
    const folder = mkdtempSync(join(tmpdir(), "image-"));
    try {
      const context = join(folder, "source");
      const ignored = dockerignore().add(readFileSync(join(root, ".dockerignore"), "utf8"));
      const keeps = (source) => source === root || statSync(source).isDirectory() || !ignored.ignores(relative(root, source));
      const outside = (source) => [".git", "node_modules"].includes(relative(root, source).split("/").at(-1));
      cpSync(root, context, { recursive: true, filter: (source) => !outside(source) && keeps(source) });
      const build = /^RUN (.*go build .*) -o \/hybridlint (.*)$/m.exec(text);
      const program = join(folder, "hybridlint");
      const built = spawnSync("bash", ["-c", `${build[1]} -o "${program}" ${build[2]}`], { cwd: context, encoding: "utf8" });
      assert.equal(built.status, 0, built.stderr);
      assert.equal(readFileSync(program).includes("/lib64/ld-linux"), false, "the program needs a loader that the image does not have");
      const checked = spawnSync(program, ["check"], { cwd: join(root, "testdata/contoso"), encoding: "utf8", env: {} });
      assert.equal(checked.status, 1, checked.stderr);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
