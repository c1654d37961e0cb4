import { defineCommand, runCommand, runMain } from "citty";
import { OperatorError } from "@/lib/errors";

/** A fault of the operator is one sentence; anything else is a bug and keeps its stack. */
function fail(error: unknown): never {
  if (error instanceof OperatorError) console.error(`✗ ${error.message}`);
  else console.error(error);
  process.exit(1);
}
process.on("unhandledRejection", fail);

const main = defineCommand({
  meta: { name: "finews", description: "金融消息: a Chinese financial-news portal" },
  subCommands: {
    start: () => import("./start").then((m) => m.startCommand),
    dev: () => import("./dev").then((m) => m.devCommand),
    doctor: () => import("./doctor").then((m) => m.doctorCommand),
    import: () => import("./import").then((m) => m.importCommand),
    export: () => import("./export").then((m) => m.exportCommand),
  },
});

const HELP = ["--help", "-h", "--version", "-v"];

// `runMain` prints the stack of every error; it is left the help texts and the faults of the command line.
const isUsageFault = (error: unknown) => error instanceof Error && error.name === "CLIError";
if (process.argv.length < 3 || process.argv.some((arg) => HELP.includes(arg))) await runMain(main);
else {
  await runCommand(main, { rawArgs: process.argv.slice(2) }).catch((error) =>
    isUsageFault(error) ? runMain(main) : fail(error),
  );
}
