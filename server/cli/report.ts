import { closeSync, openSync, writeSync } from "node:fs";
import { OperatorError } from "@/lib/errors";
import { csvLine } from "@/lib/importers/csv";
import { operatorPath } from "./root";

export type Report = { line: (cells: string[]) => void; close: () => void };

/** A CSV file for what was asked for on the command line. Opened first, so that a wrong path is known at once. */
export function openReport(asked: string | undefined, columns: string[]): Report | null {
  if (!asked) return null;
  const path = operatorPath(asked);
  try {
    const file = openSync(path, "w");
    const line = (cells: string[]) => void writeSync(file, csvLine(cells));
    line(columns);
    return { line, close: () => closeSync(file) };
  } catch (error) {
    throw new OperatorError(`Cannot write the report to ${path} (${(error as NodeJS.ErrnoException).code}).`);
  }
}
