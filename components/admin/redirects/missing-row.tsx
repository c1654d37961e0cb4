"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { deleteRedirect, heedMissing, ignoreMissing, saveRedirect } from "@/lib/redirects/actions";
import type { MissingLine } from "@/lib/redirects/missing-loaders";

const UNANSWERED = { ok: false as const, message: "服务器没有回答，请再试一次" };
/** Long enough to read where it leads and to think better of it. */
const UNDO_MS = 20_000;

/** Says what was done, with a way back. */
function report(said: string, undo: () => Promise<{ ok: true } | { ok: false; message: string }>, undone: string) {
  const back = async () => {
    const result = await undo().catch(() => UNANSWERED);
    if (result.ok) toast.success(undone);
    else toast.error(result.message);
  };
  toast(said, { duration: UNDO_MS, action: { label: "撤销", onClick: () => void back() } });
}

/** One missing address: where it probably belongs, and what to do with it. */
export function MissingRow({ line: { path, hits, suggestion } }: { line: MissingLine }) {
  const [leading, startLeading] = useTransition();
  const [ignoring, startIgnoring] = useTransition();
  const lead = () =>
    startLeading(async () => {
      if (!suggestion) return;
      const made = await saveRedirect({ from: path, to: suggestion.to }).catch(() => UNANSWERED);
      if (!made.ok) return void toast.error(faultOf(made));
      const { id, from, name } = made.data;
      report(`${from} 从此转到${name}`, () => deleteRedirect({ id }), `已撤销：${from} 不再转走`);
    });
  const ignore = () =>
    startIgnoring(async () => {
      const done = await ignoreMissing({ path }).catch(() => UNANSWERED);
      if (!done.ok) return void toast.error(faultOf(done));
      report(`已忽略：${path}`, () => heedMissing({ path }), `又会列出：${path}`);
    });
  return (
    <li className="missing-row">
      <p className="missing-path">
        <span className="path">{path}</span>
        <small>{hits} 次</small>
      </p>
      {suggestion && (
        <p className="missing-guess">
          <span aria-hidden="true">→ </span>
          <a href={suggestion.to}>{suggestion.name}</a>
          <small>{suggestion.why}</small>
        </p>
      )}
      <p className="missing-acts">
        {suggestion && (
          <Button
            look="main"
            pending={leading}
            onClick={lead}
            aria-label={`把 ${path} 设为重定向，转到${suggestion.name}`}
          >
            设为重定向
          </Button>
        )}
        <a
          className="btn"
          href={`/admin/redirects?from=${encodeURIComponent(path)}#add`}
          aria-label={`为 ${path} 另选去处`}
        >
          {suggestion ? "别处…" : "选去处…"}
        </a>
        <Button pending={ignoring} onClick={ignore} aria-label={`忽略 ${path}`}>
          忽略
        </Button>
      </p>
    </li>
  );
}

/** What is wrong with a field says more than that something is. */
const faultOf = (failure: { message: string; fields?: Record<string, string> }) =>
  Object.values(failure.fields ?? {})[0] ?? failure.message;
