import { ChevronLeft, ChevronRight } from "lucide-react";

/** From page to page of a list whose newest comes first; null where there is none. A list of one page has nowhere to go. */
export function Pager({ newer, older }: { newer: string | null; older: string | null }) {
  if (!newer && !older) return null;
  return (
    <nav className="pages" aria-label="翻页">
      {newer ? (
        <a href={newer}>
          <ChevronLeft className="icon" aria-hidden />
          较新
        </a>
      ) : (
        <span>已是最新</span>
      )}
      {older ? (
        <a href={older}>
          较早
          <ChevronRight className="icon" aria-hidden />
        </a>
      ) : (
        <span>没有更早的了</span>
      )}
    </nav>
  );
}
