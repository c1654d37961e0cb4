import { islandPath } from "@/lib/islands";

/** Names an island's script, which `HEAD_SCRIPT` fetches once the page is drawn; nothing where islands were not built. */
export function Island({ name }: { name: string }) {
  const path = islandPath(name);
  return path && <script type="text/island" data-src={path} />;
}
