"use client";

/** A fault of ours. The details are in the server's log under the digest shown here. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-[40rem] px-6 py-16">
      <title>出错了</title>
      <h1 className="font-serif text-2xl">页面没能打开</h1>
      <p className="mt-4 text-ink-2">服务器出了错，已经记录。稍候再试，或先回到首页。</p>
      {error.digest && <p className="mt-2 text-sm text-muted">错误编号：{error.digest}</p>}
      <p className="mt-6 flex gap-6">
        <button type="button" onClick={reset} className="underline">
          再试一次
        </button>
        <a href="/" className="underline">
          回到首页
        </a>
      </p>
    </main>
  );
}
