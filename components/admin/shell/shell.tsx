import { Ellipsis, FileText, Images, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "@/components/admin/shell/menu";
import { NavLink } from "@/components/admin/shell/nav-link";
import { SignOutButton } from "@/components/admin/shell/sign-out-button";

const ROLE_NAMES = { admin: "管理员", editor: "编辑", author: "作者" };

/** A person keeps one of six hues, chosen by id. */
const hueOf = (id: string) => (Number.parseInt(id.slice(-4), 16) % 6) + 1;

export function Shell({
  person,
  children,
}: {
  person: { id: string; name: string; role: keyof typeof ROLE_NAMES };
  children: ReactNode;
}) {
  return (
    <div className="desk">
      <a className="skip" href="#main">
        跳到内容
      </a>
      <div className="frame">
        <header className="side">
          <p className="brand">
            <a href="/">
              <b>金融消息</b>
              <span>编辑部</span>
            </a>
          </p>
          <a className="btn btn-main compose" href="/admin/articles/new">
            <Plus className="icon" aria-hidden />
            写稿
          </a>
          <nav aria-label="编辑部">
            <Menu role={person.role} />
          </nav>
          <div className="me">
            <span className={`av av-${hueOf(person.id)}`} aria-hidden>
              {[...person.name][0]}
            </span>
            <span>
              <b>{person.name}</b>
              <br />
              {ROLE_NAMES[person.role]}
            </span>
            <SignOutButton />
          </div>
        </header>
        <main id="main">{children}</main>
        <nav className="tabbar" aria-label="快捷">
          <NavLink href="/admin/articles">
            <FileText className="icon" aria-hidden />
            文章
          </NavLink>
          <NavLink href="/admin/media">
            <Images className="icon" aria-hidden />
            图库
          </NavLink>
          <a className="plus" href="/admin/articles/new">
            <Plus className="icon" aria-hidden />
            写稿
          </a>
          <NavLink href="/admin/more">
            <Ellipsis className="icon" aria-hidden />
            更多
          </NavLink>
        </nav>
      </div>
    </div>
  );
}
