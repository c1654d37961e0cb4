import { parentPort } from "node:worker_threads";
import { type GroupTask, parseBatch } from "./parse";

parentPort?.on("message", ({ number, tasks }: { number: number; tasks: GroupTask[] }) => {
  try {
    parentPort?.postMessage({ number, batch: parseBatch(tasks) });
  } catch (error) {
    parentPort?.postMessage({ number, error: error instanceof Error ? error.message : String(error) });
  }
});
