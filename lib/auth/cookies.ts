import { env } from "@/lib/env";

/** Browsers send secure cookies over https only, so plain http (localhost) needs the other names. */
export const usesHttps = () => env().siteUrl.startsWith("https://");
export const sessionCookie = () => (usesHttps() ? "__Secure-finews.session" : "finews.session");
