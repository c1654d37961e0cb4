import env from "@next/env";
import { defineCommand, runCommand, runMain } from "citty";
import { OperatorError } from "@/lib/errors";
import { projectRoot } from "./root";

/** A fault of the operator is one sentence; anything else is a bug and keeps its stack. */
function fail(error: unknown): never {
  const { name, message } = error as Error;
  if (error instanceof OperatorError) console.error(`✗ ${message}`);
  else if (name === "CLIError") console.error(`✗ ${message}. Add --help to see what is expected.`);
  else console.error(error);
  process.exit(1);
}
process.on("unhandledRejection", fail);

// Settings in `.env`, for every command as for Next; what stands in the environment already goes before.
env.loadEnvConfig(projectRoot, false, { info: () => {}, error: console.error });

const main = defineCommand({
  meta: { name: "finews", description: "金融消息: a Chinese financial-news portal" },
  subCommands: {
    start: () => import("./start").then((m) => m.startCommand),
    dev: () => import("./dev").then((m) => m.devCommand),
    worker: () => import("./worker").then((m) => m.workerCommand),
    doctor: () => import("./doctor").then((m) => m.doctorCommand),
    "create-user": () => import("./create-user").then((m) => m.createUserCommand),
    "set-password": () => import("./set-password").then((m) => m.setPasswordCommand),
    "disable-user": () => import("./disable-user").then((m) => m.disableUserCommand),
    "enable-user": () => import("./enable-user").then((m) => m.enableUserCommand),
    "reset-totp": () => import("./reset-totp").then((m) => m.resetTotpCommand),
    import: () => import("./import").then((m) => m.importCommand),
    "fetch-images": () => import("./fetch-images").then((m) => m.fetchImagesCommand),
    reindex: () => import("./reindex").then((m) => m.reindexCommand),
    "audit:verify": () => import("./audit-verify").then((m) => m.auditVerifyCommand),
    recluster: () => import("./recluster").then((m) => m.reclusterCommand),
    relink: () => import("./relink").then((m) => m.relinkCommand),
    export: () => import("./export").then((m) => m.exportCommand),
  },
});

// citty's own main prints every error with its stack; it only gets what it is good at, the help.
const args = process.argv.slice(2);
const needsHelp = args.length === 0 || args.some((arg) => arg === "--help" || arg === "-h");
if (needsHelp) await runMain(main);
else await runCommand(main, { rawArgs: args }).catch(fail);
