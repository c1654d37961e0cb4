import { islandPath } from "@/lib/islands";

/** The script of an island, after what the page is drawn with; nothing where the islands were not built. */
export function Island({ name }: { name: string }) {
  const path = islandPath(name);
  return path && <script type="module" src={path} fetchPriority="low" />;
}
