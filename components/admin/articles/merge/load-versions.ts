import type { Versions } from "@/lib/writing/beat";

/** The version the writer began with, and the newest; null when the server does not say. */
export async function loadVersions(articleId: string, base: number): Promise<Versions | null> {
  const query = new URLSearchParams({ articleId, base: String(base) });
  const response = await fetch(`/api/admin/working-copy?${query}`).catch(() => null);
  return response?.ok ? ((await response.json()) as Versions) : null;
}
