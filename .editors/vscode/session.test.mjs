// A session of the language server with the client library of Visual Studio Code, which speaks UTF-8 here where Neovim speaks UTF-16.
// HYBRIDLINT is the program.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  CodeActionRequest, CompletionRequest, createProtocolConnection, DefinitionRequest, DidChangeTextDocumentNotification, DidOpenTextDocumentNotification,
  DocumentFormattingRequest, ExecuteCommandRequest, ExitNotification, HoverRequest, InitializedNotification, InitializeRequest, PublishDiagnosticsNotification, ReferencesRequest,
  RegistrationRequest, RenameRequest, ShowDocumentRequest, ShutdownRequest, StreamMessageReader, StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const people = 'forest "corp" {\n  exchange_version = "SE"\n}\n\nshared_mailbox "sales@contoso.com" {\n  home = "cloud"\n}\n\nuser_mailbox "é𝔾@contoso.com" {\n  home = "corp"\n}\n';
const grants = 'grant "full_access" {\n  recipient    = "sales@contoso.com"\n  delegate     = "é𝔾@contoso.com"\n  auto_mapping = true\n}\n';

test("a session in UTF-8", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "hybridlint-")));
  writeFileSync(join(folder, "people.hcl"), people);
  writeFileSync(join(folder, "grants.hcl"), grants);
  const uri = pathToFileURL(join(folder, "grants.hcl")).toString();
  const server = spawn(process.env.HYBRIDLINT, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const waiting = [];
  let last = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (p) => {
    if (p.uri !== uri) return;
    last = p.diagnostics;
    for (const w of waiting.splice(0)) (w.wanted(last) ? w.resolve(last) : waiting.push(w));
  });
  const until = (wanted) => (wanted(last) ? Promise.resolve(last) : new Promise((resolve) => waiting.push({ wanted, resolve })));
  const registered = new Promise((resolve) => connection.onRequest(RegistrationRequest.type, resolve));
  const shown = new Promise((resolve) => connection.onRequest(ShowDocumentRequest.type, (p) => (resolve(p), { success: true })));
  connection.listen();

  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid, rootUri: null, workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: "x" }],
    capabilities: { general: { positionEncodings: ["utf-8", "utf-16"] }, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } }, window: { showDocument: { support: true } } },
  });
  assert.equal(capabilities.positionEncoding, "utf-8");
  await connection.sendNotification(InitializedNotification.type, {});
  assert.equal((await registered).registrations[0].method, "workspace/didChangeWatchedFiles");

  const found = (await until((d) => d.some((x) => x.code === "HYB206"))).find((x) => x.code === "HYB206");
  assert.deepEqual(found.range, { start: { line: 3, character: 17 }, end: { line: 3, character: 21 } });
  assert.match(found.codeDescription.href, /^https:\/\/learn\.microsoft\.com\//);
  const textDocument = { uri };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: "hybridlint", version: 1, text: grants } });
  const position = { line: 2, character: 27 }; // é has two bytes, 𝔾 four
  assert.match((await connection.sendRequest(HoverRequest.type, { textDocument, position })).contents.value, /user mailbox, home corp/);
  assert.equal((await connection.sendRequest(DefinitionRequest.type, { textDocument, position })).range.start.line, 8);
  assert.equal((await connection.sendRequest(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } })).length, 2);
  const renamed = await connection.sendRequest(RenameRequest.type, { textDocument, position, newName: "amy" });
  assert.deepEqual(renamed.changes[uri], [{ range: { start: { line: 2, character: 17 }, end: { line: 2, character: 37 } }, newText: '"amy"' }]);
  const actions = await connection.sendRequest(CodeActionRequest.type, { textDocument, range: found.range, context: { diagnostics: [found] } });
  assert.deepEqual(actions.map((a) => a.title), ["Write auto_mapping = false", "Make an exception of HYB206", "Ignore HYB206 here", "Open the fix as a script: Exchange Online PowerShell"]);
  const script = "untitled:HYB206-exchange-online.ps1";
  assert.match(actions[3].edit.changes[script][0].newText, /Add-MailboxPermission -Identity 'sales@contoso\.com' -User 'é𝔾@contoso\.com'/);
  await connection.sendRequest(ExecuteCommandRequest.type, actions[3].command);
  assert.deepEqual(await shown, { uri: script, takeFocus: true });
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line: 2, character: 36 }, end: { line: 2, character: 37 } }, text: 'x"' }],
  });
  await until((d) => d.some((x) => x.message.includes("é𝔾@contoso.comx")));
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 3 }, contentChanges: [{ text: 'grant "full_access" {\nrecipient = ""\n}\n' }],
  });
  const offered = await connection.sendRequest(CompletionRequest.type, { textDocument, position: { line: 1, character: 13 } });
  assert.deepEqual(offered.items.map((i) => [i.label, i.detail]), [["sales@contoso.com", "shared mailbox, cloud"], ["é𝔾@contoso.com", "user mailbox, corp"]]);
  assert.equal((await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options: {} }))[0].newText, '  recipient = ""\n');
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  assert.equal(await ended, 0);
});
