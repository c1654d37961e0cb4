import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { loadSite } from "@/lib/settings/loaders";
import { homePath } from "@/lib/urls";

const PAPER = "#fafbfa";
const icon = (file: string, sizes: string, purpose = "any") => ({
  ...{ src: `/icons/${file}`, sizes, purpose },
  type: file.endsWith(".svg") ? "image/svg+xml" : "image/png",
});

/** What makes the site installable, under the name that the settings give it. */
export async function GET() {
  const { name, description } = await loadSite();
  const manifest = {
    ...{ id: homePath, start_url: homePath, scope: homePath, name, short_name: name, description, lang: "zh-CN" },
    ...{ display: "standalone", background_color: PAPER, theme_color: PAPER, categories: ["news", "finance"] },
    icons: [
      icon("seal.svg", "any"),
      icon("seal-192.png", "192x192"),
      icon("seal-512.png", "512x512"),
      icon("seal-maskable-512.png", "512x512", "maskable"),
    ],
    shortcuts: [
      { name: "7×24 快讯", url: "/live" },
      { name: "稍后读与离线", url: "/later" },
    ],
  };
  return Response.json(manifest, {
    headers: { "Content-Type": "application/manifest+json; charset=utf-8", "Cache-Control": CACHE_CONTROL.fresh },
  });
}
