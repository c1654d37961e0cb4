import { Shell } from "@/components/admin/shell/shell";
import { loadShell } from "@/lib/users/loaders";
import "../styles/list.css";

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const person = await loadShell();
  return person ? <Shell person={person}>{children}</Shell> : children;
}
