"use client";

import "./globals.css";

/** Shown when even the root layout failed; it brings its own document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto max-w-[40rem] px-6 py-16">
          <title>出错了</title>
          <h1 className="font-serif text-2xl">网站暂时打不开</h1>
          <p className="mt-4 text-ink-2">服务器出了错，已经记录。请稍候再试。</p>
          {error.digest && <p className="mt-2 text-sm text-muted">错误编号：{error.digest}</p>}
          <p className="mt-6">
            <a href="/" className="underline">
              回到首页
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
