import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/admin/door/sign-in-form";
import { loadSignedIn } from "@/lib/users/loaders";
import "../admin/styles/base.css";
import "../admin/styles/door.css";

export const metadata: Metadata = { title: "登录", robots: { index: false, follow: false } };

/** Only places of the newsroom: the address bar must not send anyone elsewhere. */
const target = (next: unknown) =>
  typeof next === "string" && /^\/admin(\/(?!\/)|\?|$)/.test(next) ? next : "/admin/articles";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, created } = await searchParams;
  if (await loadSignedIn()) redirect(target(next));
  return (
    <div className="door">
      <main id="main">
        <p className="door-name">
          <b>金融消息</b>
          <span>编辑部</span>
        </p>
        <h1>登录</h1>
        {created !== undefined && <p className="note">管理员账户已建好，请登录。</p>}
        <SignInForm next={target(next)} />
      </main>
    </div>
  );
}
