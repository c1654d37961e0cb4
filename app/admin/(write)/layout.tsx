import "../styles/editor.css";
import "../styles/media.css";
import "../styles/revisions.css";
import "../styles/editor-tools.css";
import "../styles/publish.css";
import "../styles/autosave.css";

/** Writing has the whole screen. */
export default function WriteLayout({ children }: { children: React.ReactNode }) {
  return <div className="desk desk-write">{children}</div>;
}
