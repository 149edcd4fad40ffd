// The syntax of the collector and of the scripts of fix, by a grammar of PowerShell that is not ours: there is no PowerShell here to run it with.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { Language, Parser } from "web-tree-sitter";

const here = dirname(fileURLToPath(import.meta.url));
const script = readFileSync(join(here, "../../loader/exports/collect.ps1"), "utf8");

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(here, "node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm")));

// mistakes are the places of a text that the grammar does not understand.
function mistakes(text) {
  const places = [];
  const visit = (node) => {
    if (node.isError || node.isMissing) {
      places.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
    }
    node.children.forEach(visit);
  };
  visit(parser.parse(text).rootNode);
  return places;
}

it("the collector is PowerShell", () => assert.deepEqual(mistakes(script), []));

it("the scripts of fix are PowerShell", () => {
  const names = readdirSync(process.env.FIXES, { recursive: true }).filter((name) => name.endsWith(".ps1"));
  assert.ok(names.length > 500, `${names.length} scripts`);
  for (const name of names) {
    assert.deepEqual(mistakes(readFileSync(join(process.env.FIXES, name), "utf8")), [], name);
  }
});

it("the grammar does find mistakes in it", () => {
  for (const [good, bad] of [
    ["foreach ($domain in", "foreach $domain in"],
    ["if ($cloud) {", "if $cloud {"],
    ["-join ',' |", "-join |"],
    ["[switch]$SkipStatistics", "[switch]$SkipStatistics,"],
    ["Save-Rows 'MailUser' 'Get-MailUser' (", "Save-Rows 'MailUser' 'Get-MailUser' (("],
    ["$ErrorActionPreference = 'Stop'", "$ErrorActionPreference = 'Stop"],
  ]) {
    assert.ok(script.includes(good), good);
    assert.notDeepEqual(mistakes(script.replace(good, () => bad)), [], bad);
  }
});
