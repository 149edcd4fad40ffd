// The grammar colours what is what, in the engine that the editor uses.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");

test("the grammar", async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner: (p) => new oniguruma.OnigScanner(p), createOnigString: (s) => new oniguruma.OnigString(s) }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync("syntaxes/hybridlint.tmLanguage.json", "utf8"), "x.json"),
  });
  const grammar = await registry.loadGrammar("source.hybridlint");
  const scope = (line, word) => {
    const at = line.indexOf(word);
    const { tokens } = grammar.tokenizeLine(line, textmate.INITIAL);
    return tokens.find((t) => t.startIndex <= at && at < t.endIndex).scopes.at(-1);
  };
  assert.equal(scope('grant "send_as" {', "grant"), "entity.name.type.hybridlint");
  assert.equal(scope('grant "send_as" {', "send"), "string.quoted.double.label.hybridlint");
  assert.equal(scope("  inherited = true # no", "inherited"), "variable.other.property.hybridlint");
  assert.equal(scope("  inherited = true # no", "true"), "constant.language.hybridlint");
  assert.equal(scope("  inherited = true # no", "no"), "comment.line.number-sign.hybridlint");
  assert.equal(scope("# hybridlint:ignore HYB301 -- x", "ignore"), "keyword.other.ignore.hybridlint");
  assert.equal(scope('  recipient = "${local.x}@y"', "local"), "variable.other.local.hybridlint");
});
