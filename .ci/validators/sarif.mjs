// The official validator of SARIF. Its exit status says only whether it could read the file, so its report is what counts.
import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const tool = join(here, "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
chmodSync(tool, 0o755); // npm may have skipped the package's script that does it

const environment = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };

// validate gives a line for everything the validator says about a file, notes included. kinds are separated by semicolons.
export async function validate(file, kinds, config = "strict.xml") {
  const folder = mkdtempSync(join(tmpdir(), "sarif-"));
  try {
    const output = join(folder, "verdict.sarif");
    await promisify(execFile)(tool, ["validate", file, "--rule-kind", kinds, "--level", "Error;Warning;Note", "--config", join(here, config),
      "--output", output, "--log", "ForceOverwrite", "--quiet", "true"], { env: environment, maxBuffer: 1 << 26 });
    const verdict = JSON.parse(readFileSync(output, "utf8").replace(/^\uFEFF/, ""));
    return verdict.runs.flatMap(said);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function said(run) {
  const results = (run.results ?? []).map((r) => {
    const line = r.locations?.[0]?.physicalLocation?.region?.startLine ?? 0;
    return `${r.level ?? "warning"} ${r.ruleId} line ${line}: ${(r.message.arguments ?? []).join(", ")}`;
  });
  const troubles = run.invocations.flatMap((i) => [...(i.toolExecutionNotifications ?? []), ...(i.toolConfigurationNotifications ?? [])])
    .filter((n) => n.descriptor?.id !== "WRN999.RuleExplicitlyDisabled")
    .map((n) => `${n.level ?? "warning"} ${n.descriptor?.id}: ${n.message.text}`);
  return [...results, ...troubles];
}
