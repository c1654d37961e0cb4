import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/admin/door/door";
import { SignInForm } from "@/components/admin/door/sign-in-form";
import { robotsOf } from "@/lib/indexing/policy";
import { loadSite } from "@/lib/settings/loaders";
import { loadSignedIn } from "@/lib/users/loaders";
import "../globals.css";
import "../admin/styles/base.css";
import "../admin/styles/door.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: `登录 - ${(await loadSite()).name}`, ...robotsOf("desk") };
}

/** Only places of the newsroom: the address bar must not send anyone elsewhere. */
const target = (next: unknown) =>
  typeof next === "string" && /^\/admin(\/(?!\/)|\?|$)/.test(next) ? next : "/admin/articles";

/** What was just done elsewhere. */
const NOTES = {
  created: "管理员账户已建好，请登录。",
  joined: "账户已建好，请登录。",
  renewed: "新密码已设好，请登录。",
};

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, ...came } = await searchParams;
  const note = Object.entries(NOTES).find(([from]) => came[from] !== undefined)?.[1];
  if (await loadSignedIn()) redirect(target(next));
  return (
    <Door site={await loadSite()}>
      <h1>登录</h1>
      {note && <p className="note">{note}</p>}
      <SignInForm next={target(next)} />
    </Door>
  );
}
