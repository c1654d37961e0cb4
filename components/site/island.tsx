import { islandPath } from "@/lib/islands";

/** The script of an island; nothing where the islands were not built. */
export function Island({ name }: { name: string }) {
  const path = islandPath(name);
  return path && <script type="module" src={path} />;
}
