import { Palette } from "@/components/admin/palette/palette";
import { spellEntries } from "@/components/admin/palette/spell-entries";
import { loadShell } from "@/lib/users/loaders";
import "../styles/editor.css";
import "../styles/media.css";
import "../styles/revisions.css";
import "../styles/editor-tools.css";
import "../styles/publish.css";
import "../styles/autosave.css";
import "../styles/acts.css";

/** Writing has the whole screen. */
export default async function WriteLayout({ children }: { children: React.ReactNode }) {
  const person = await loadShell();
  return (
    <div className="desk desk-write">
      {children}
      {person && <Palette role={person.role} spelled={spellEntries(person.role)} />}
    </div>
  );
}
