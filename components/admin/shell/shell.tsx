import { Ellipsis, FileText, Images, Plus, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { Palette } from "@/components/admin/palette/palette";
import { PaletteButton } from "@/components/admin/palette/palette-button";
import { spellEntries } from "@/components/admin/palette/spell-entries";
import { Menu } from "@/components/admin/shell/menu";
import { NavLink } from "@/components/admin/shell/nav-link";
import { SignOutButton } from "@/components/admin/shell/sign-out-button";
import { Waiting } from "@/components/admin/shell/waiting";
import type { Role } from "@/lib/context";
import { ROLE_NAMES } from "@/lib/users/role-names";

/** A person keeps one of six hues, chosen by id. */
const hueOf = (id: string) => (Number.parseInt(id.slice(-4), 16) % 6) + 1;

export function Shell({
  site,
  person,
  children,
}: {
  /** The site's name. */
  site: string;
  person: { id: string; name: string; role: Role };
  children: ReactNode;
}) {
  return (
    <div className="desk">
      <a className="skip" href="#main">
        跳到内容
      </a>
      <div className="frame">
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a page's header is a banner; it has a name, as main has, because a frame may show a page with its own */}
        <header className="side" aria-label="编辑部">
          <p className="brand">
            <a href="/">
              <b>{site}</b>
              <span>编辑部</span>
            </a>
          </p>
          <PaletteButton />
          <a className="btn btn-main compose" href="/admin/articles/new">
            <Plus className="icon" aria-hidden />
            写稿
            <kbd aria-hidden>C</kbd>
          </a>
          <nav aria-label="编辑部">
            <Menu role={person.role} />
          </nav>
          <div className="me">
            <span className={`av av-${hueOf(person.id)}`} aria-hidden>
              {[...person.name][0]}
            </span>
            <a className="me-name" href="/admin/profile">
              <b>{person.name}</b>
              <span className="sr">，我的账户</span>
              <br />
              {ROLE_NAMES[person.role]}
            </a>
            <SignOutButton />
          </div>
        </header>
        <main id="main" aria-label="编辑部">
          {children}
        </main>
        <Waiting />
        <nav className="tabbar" aria-label="快捷去处">
          <NavLink href="/admin/articles">
            <FileText className="icon" aria-hidden />
            文章
          </NavLink>
          {(person.role === "admin" || person.role === "editor") && (
            <NavLink href="/admin/flash">
              <Zap className="icon" aria-hidden />
              快讯台
            </NavLink>
          )}
          <a className="plus" href="/admin/articles/new">
            <Plus className="icon" aria-hidden />
            写稿
          </a>
          <NavLink href="/admin/media">
            <Images className="icon" aria-hidden />
            图库
          </NavLink>
          <NavLink href="/admin/more">
            <Ellipsis className="icon" aria-hidden />
            更多
          </NavLink>
        </nav>
      </div>
      <Palette role={person.role} spelled={spellEntries(person.role)} />
    </div>
  );
}
