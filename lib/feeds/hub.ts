import { env } from "@/lib/env";

/** Address of the hub that passes on news of this site's feeds (WebSub); null where there is none. */
export const hubLink = (): string | null => env().WEBSUB_HUB ?? null;
