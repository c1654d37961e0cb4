import type { Metadata } from "next";
import { AccessForm } from "@/components/admin/door/access-form";
import { DeadLink, Door } from "@/components/admin/door/door";
import { robotsOf } from "@/lib/indexing/policy";
import { loadSite } from "@/lib/settings/loaders";
import { loadLink } from "@/lib/users/loaders";
import { ROLE_NAMES } from "@/lib/users/role-names";
import "../globals.css";
import "../admin/styles/base.css";
import "../admin/styles/door.css";
import "../admin/styles/people.css";

/** The token stands in the address: it must not leave by way of a referrer. */
export const metadata: Metadata = {
  title: "一次性链接",
  ...robotsOf("desk"),
  referrer: "no-referrer",
};

export default async function AccessPage({ searchParams }: PageProps<"/access">) {
  const { token } = await searchParams;
  const link = typeof token === "string" ? await loadLink(token) : null;
  return (
    <Door site={await loadSite()}>
      {link && typeof token === "string" ? (
        <>
          <h1>{link.purpose === "invite" ? "加入编辑部" : "设新密码"}</h1>
          {link.role && <p className="note">你受邀担任{ROLE_NAMES[link.role]}。</p>}
          <AccessForm token={token} link={link} />
        </>
      ) : (
        <DeadLink says="这个链接无效、已用过或已过期，请找管理员要一个新的。" />
      )}
    </Door>
  );
}
