import Link from "next/link";
import "./globals.css";

/** For addresses outside the reader pages, which have a page of their own. Needs no database. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-[40rem] px-6 py-16">
      <title>没有找到</title>
      <p className="font-serif text-3xl font-bold text-accent">404</p>
      <h1 className="mt-4 font-serif text-2xl">这里没有内容</h1>
      <p className="mt-4 text-ink-2">地址可能写错了，或者内容已经移走。</p>
      <p className="mt-4">
        <Link href="/" className="underline">
          回到首页
        </Link>
      </p>
    </main>
  );
}
