import { HEAD_SCRIPT } from "../lib/head-script";

/** Scripts of a page that are neither structured data nor an island nor the line that sets what the reader chose. */
export function foreignScripts(html: string): string[] {
  const own = /^<script type="(?:application\/ld\+json"|text\/island" data-src="\/islands\/)/;
  const scripts = html.match(/<script.*?<\/script>/gs) ?? [];
  return scripts.filter((script) => !own.test(script) && script !== `<script>${HEAD_SCRIPT}</script>`);
}
