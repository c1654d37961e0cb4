import { ChevronLeft, ChevronRight } from "lucide-react";

type Props = {
  newer: string | null;
  older: string | null;
  /** Whether the newest comes first; in any other order pages are just before and after each other. */
  isByTime?: boolean;
  /** What stands between the two: how the list is sorted. */
  middle?: string;
};

/** From page to page of a list; null where there is none. A list of one page has nowhere to go. */
export function Pager({ newer, older, isByTime = true, middle }: Props) {
  if (!newer && !older) return null;
  return (
    <nav className="pages" aria-label="翻页">
      {newer ? (
        <a href={newer}>
          <ChevronLeft className="icon" aria-hidden />
          {isByTime ? "较新" : "上一页"}
        </a>
      ) : (
        <span>{isByTime ? "已是最新" : "已是第一页"}</span>
      )}
      {middle && <span className="middle">{middle}</span>}
      {older ? (
        <a href={older}>
          {isByTime ? "较早" : "下一页"}
          <ChevronRight className="icon" aria-hidden />
        </a>
      ) : (
        <span>{isByTime ? "没有更早的了" : "已是最后一页"}</span>
      )}
    </nav>
  );
}
