import { defineCommand, runMain } from "citty";
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
    "create-user": () => import("./create-user").then((m) => m.createUserCommand),
    "set-password": () => import("./set-password").then((m) => m.setPasswordCommand),
    "disable-user": () => import("./disable-user").then((m) => m.disableUserCommand),
    import: () => import("./import").then((m) => m.importCommand),
    export: () => import("./export").then((m) => m.exportCommand),
  },
});

await runMain(main);
