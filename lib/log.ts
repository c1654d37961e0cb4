import pino from "pino";
import { env } from "@/lib/env";

/** JSON lines on standard error; standard output belongs to commands. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined }, pino.destination(2));
