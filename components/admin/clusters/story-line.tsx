import type { ReactNode } from "react";
import { recentTime } from "@/lib/dates";

type Line = { id: string; title: string; kind: string; outlet: string; at: string };
type Props = { line: Line; now: Date; own?: boolean; note?: string; children?: ReactNode };

/** An article in a line: when, what, by whom, and what may be done with it. */
export function StoryLine({ line: { id, title, kind, outlet, at }, now, own = false, note, children }: Props) {
  return (
    <li aria-current={own ? "true" : undefined}>
      <p>
        {own ? <b>{title}</b> : <a href={`/admin/articles/${id}`}>{title}</a>}
        <small>
          <span>{outlet}</span>
          <time dateTime={at}>{recentTime(at, now)}</time>
          {kind === "flash" && <span>快讯</span>}
          {own && <span>本文</span>}
          {note && <span>{note}</span>}
        </small>
      </p>
      {children}
    </li>
  );
}
