"use client";

import { useEffect } from "react";
import { clearJournal } from "@/components/admin/articles/autosave/journal";
import { takedownPath } from "@/lib/takedowns/validation";

/** In the editor's place; what this browser kept of the text goes as well. */
export function TakenDownNotice({ id, userId }: { id: string; userId: string }) {
  useEffect(() => void clearJournal(userId, id).catch(() => {}), [id, userId]);
  return (
    <main id="main" className="rev">
      <h1>这篇文章已按要求永久删除</h1>
      <p>文字、图片、各个版本和未保存的稿子都已销毁，只留下地址和一份记录，不能再改或恢复。</p>
      <p className="ways-out">
        <a href={takedownPath(id)}>看删除记录（管理员）</a>
        <a href="/admin/articles">回到文章列表</a>
      </p>
    </main>
  );
}
