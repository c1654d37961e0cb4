import type { Metadata } from "next";
import { DeadLink, Door } from "@/components/admin/door/door";
import { SetUpForm } from "@/components/admin/door/set-up-form";
import { robotsOf } from "@/lib/indexing/policy";
import { loadSite } from "@/lib/settings/loaders";
import { loadSetup } from "@/lib/users/loaders";
import "../globals.css";
import "../admin/styles/base.css";
import "../admin/styles/door.css";

/** The token stands in the address: it must not leave by way of a referrer. */
export const metadata: Metadata = {
  title: "首次设置",
  ...robotsOf("desk"),
  referrer: "no-referrer",
};

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  const good = typeof token === "string" && (await loadSetup(token));
  return (
    <Door site={await loadSite()}>
      {good ? (
        <>
          <h1>建立管理员账户</h1>
          <SetUpForm token={token} />
        </>
      ) : (
        <DeadLink says="这个设置链接无效、已用过或已过期。还没有账户时，重新启动程序会印出新的链接。" />
      )}
    </Door>
  );
}
