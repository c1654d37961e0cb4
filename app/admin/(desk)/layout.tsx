import { Shell } from "@/components/admin/shell/shell";
import { loadSite } from "@/lib/settings/loaders";
import { loadShell } from "@/lib/users/loaders";
import "../styles/list.css";

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const [person, { name }] = await Promise.all([loadShell(), loadSite()]);
  return person ? (
    <Shell site={name} person={person}>
      {children}
    </Shell>
  ) : (
    children
  );
}
