import type { Metadata } from "next";
import { ActList } from "@/components/admin/taxonomy/act-list";
import { Pager } from "@/components/ui/pager";
import { loadActs } from "@/lib/taxonomy/loaders";
import { actsPath, readActParams } from "@/lib/taxonomy/params";
import "../../styles/media.css";
import "../../styles/taxonomy.css";

export const metadata: Metadata = { title: "合并与拆分记录" };

const VIEWS = [
  [undefined, "全部"],
  ["category", "媒体"],
  ["tag", "标签"],
] as const;

export default async function TaxonomyPage({ searchParams }: PageProps<"/admin/taxonomy">) {
  const state = readActParams(await searchParams);
  const { items, newer, older } = await loadActs(state);
  return (
    <>
      <header className="top">
        <h1>合并与拆分记录</h1>
        <p className="top-sub">每一次都可以撤销，不论过了多久</p>
      </header>
      <nav className="views" aria-label="哪些记录">
        {VIEWS.map(([about, label]) => (
          <a key={label} href={actsPath({ about })} aria-current={state.about === about ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {items.length === 0 ? (
        <p className="none">
          还没有合并或拆分过。从<a href="/admin/categories">媒体</a>或<a href="/admin/tags">标签</a>的页面开始。
        </p>
      ) : (
        <ActList acts={items} now={new Date().toISOString()} />
      )}
      <Pager newer={newer} older={older} />
    </>
  );
}
