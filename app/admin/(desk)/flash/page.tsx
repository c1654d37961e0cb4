import type { Metadata } from "next";
import { FlashDesk } from "@/components/admin/flash/flash-desk";
import { loadFlashDesk } from "@/lib/flashes/loaders";
import "../../styles/flash.css";

export const metadata: Metadata = { title: "快讯台" };

export default async function FlashPage() {
  const desk = await loadFlashDesk();
  return (
    <>
      <header className="top">
        <h1>快讯台</h1>
        {desk && <p className="top-sub">今日已发 {desk.count} 条</p>}
      </header>
      {desk ? (
        <FlashDesk userId={desk.userId} outlets={desk.outlets} flashes={desk.flashes} hasMore={desk.hasMore} />
      ) : (
        <p className="none">
          快讯由编辑发布。<a href="/admin/articles/new">写一篇稿</a>
        </p>
      )}
    </>
  );
}
