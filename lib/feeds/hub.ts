import "server-only";
import { env } from "@/lib/env";

/** The WebSub hub that every feed names, where the operator has set one. */
export const hubOf = (): string | null => env().WEBSUB_HUB ?? null;
