import type { Metadata } from "next";
import { PaletteButton } from "@/components/admin/palette/palette-button";
import { Menu } from "@/components/admin/shell/menu";
import { SignOutButton } from "@/components/admin/shell/sign-out-button";
import { requireActorAt } from "@/lib/auth/require";
import { homePath } from "@/lib/urls";
import { ROLE_NAMES } from "@/lib/users/role-names";

export const metadata: Metadata = { title: "更多" };

/** The menu of phones, where the bar below has room for four. */
export default async function MorePage() {
  const actor = await requireActorAt("/admin/more");
  return (
    <>
      <header className="top">
        <h1>更多</h1>
        <p className="top-sub">
          {actor.name}，{ROLE_NAMES[actor.role]}
        </p>
      </header>
      <PaletteButton />
      <nav className="more" aria-label="编辑部的各处">
        <Menu role={actor.role} />
      </nav>
      <p className="more-end">
        <a className="btn" href="/admin/profile">
          我的账户
        </a>
        <a className="btn" href={homePath}>
          看网站
        </a>
        <SignOutButton />
      </p>
    </>
  );
}
