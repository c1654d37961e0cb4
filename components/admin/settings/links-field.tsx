"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { MOST_LINKS } from "@/lib/settings/validation";

type Link = { label: string; href: string };
type Props = { links: Link[]; fault: string | undefined; onChange: (links: Link[]) => void };

/** The footer's links in their order. */
export function LinksField({ links, fault, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const change = (at: number, set: Partial<Link>) =>
    onChange(links.map((link, n) => (n === at ? { ...link, ...set } : link)));
  const focus = (at: number, part: string) =>
    requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>(part)?.focus());

  function move(at: number, to: number, part: string) {
    const next = [...links];
    next.splice(to, 0, ...next.splice(at, 1));
    onChange(next);
    // At either end that arrow is gone: the other one takes the focus.
    focus(to, to === 0 ? ".down" : to === links.length - 1 ? ".up" : part);
  }
  function remove(at: number) {
    onChange(links.filter((_, n) => n !== at));
    if (links.length > 1) focus(Math.min(at, links.length - 2), "input");
  }

  return (
    <section aria-labelledby="s-links">
      <h2 id="s-links">页脚链接</h2>
      <p className="hint">本站的页面以 / 开头，别的网站以 https:// 开头。顺序就是页脚里的顺序。</p>
      <ol className="links" ref={list}>
        {links.map(({ label, href }, n) => (
          <li key={n}>
            <input
              aria-label={`第 ${n + 1} 个链接的名称`}
              placeholder="名称"
              value={label}
              maxLength={20}
              aria-invalid={fault ? true : undefined}
              onChange={({ target }) => change(n, { label: target.value })}
            />
            <input
              aria-label={`第 ${n + 1} 个链接的地址`}
              placeholder="/live 或 https://…"
              value={href}
              maxLength={500}
              inputMode="url"
              aria-invalid={fault ? true : undefined}
              onChange={({ target }) => change(n, { href: target.value })}
            />
            <span className="links-acts">
              <button
                type="button"
                className="ib up"
                aria-label={`上移“${label}”`}
                disabled={n === 0}
                onClick={() => move(n, n - 1, ".up")}
              >
                <ArrowUp className="icon" aria-hidden />
              </button>
              <button
                type="button"
                className="ib down"
                aria-label={`下移“${label}”`}
                disabled={n === links.length - 1}
                onClick={() => move(n, n + 1, ".down")}
              >
                <ArrowDown className="icon" aria-hidden />
              </button>
              <button type="button" className="ib" aria-label={`去掉“${label}”`} onClick={() => remove(n)}>
                <X className="icon" aria-hidden />
              </button>
            </span>
          </li>
        ))}
      </ol>
      {fault && <p className="fault">{fault}</p>}
      {links.length < MOST_LINKS && (
        <Button
          onClick={() => {
            onChange([...links, { label: "", href: "" }]);
            focus(links.length, "input");
          }}
        >
          <Plus className="icon" aria-hidden />
          加一个链接
        </Button>
      )}
    </section>
  );
}
