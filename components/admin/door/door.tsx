import type { ReactNode } from "react";
import { StyleSheet } from "@/components/ui/style-sheet";
import { accentSheetPath } from "@/lib/settings/accent-address";
import type { Site } from "@/lib/settings/defaults";

type Props = { site: Pick<Site, "name" | "accentDay" | "accentNight">; children: ReactNode };

/** What stands around every way into the newsroom. */
export const Door = ({ site: { name, accentDay, accentNight }, children }: Props) => (
  <div className="door">
    <StyleSheet path={accentSheetPath(accentDay, accentNight)} />
    <main id="main">
      <p className="door-name">
        <b>{name}</b>
        <span>编辑部</span>
      </p>
      {children}
    </main>
  </div>
);

/** A one-time link that leads nowhere any more. */
export const DeadLink = ({ says }: { says: string }) => (
  <>
    <h1>链接不能用了</h1>
    <p className="alert">{says}</p>
    <p className="hint">
      已有账户？<a href="/sign-in">去登录</a>
    </p>
  </>
);
