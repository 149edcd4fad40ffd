// The extension starts `hybridlint lsp` and hands everything to it. It sends nothing anywhere.
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("hybridlint")) {
        await deactivate();
        await start();
      }
    }),
  );
  await start();
}

async function start(): Promise<void> {
  // The scope of both settings is the machine: a workspace must not name what is started.
  const settings = vscode.workspace.getConfiguration("hybridlint");
  const command = settings.get<string>("path", "hybridlint");
  const args = ["lsp", ...settings.get<string[]>("arguments", [])];
  client = new LanguageClient("hybridlint", "hybridlint", { command, args }, { documentSelector: [{ scheme: "file", language: "hybridlint" }] });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    void vscode.window.showErrorMessage(`${command} could not be started: ${error}. The setting hybridlint.path says where it is.`);
  }
}

export async function deactivate(): Promise<void> {
  const ending = client;
  client = undefined;
  await ending?.stop();
}
