import type { Metadata } from "next";
import { DevelopersView } from "@/components/site/developers/view";
import { env } from "@/lib/env";
import { pageMetadata } from "@/lib/metadata";
import { loadSite } from "@/lib/settings/loaders";
import { developersPath } from "@/lib/urls";
import "../../styles/site/developers.css";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata({
    ...{ as: "list", title: "开放接口", path: developersPath },
    description: "用程序读取公开的报道、快讯、证券与改动记录：地址、参数、示例、错误、频率、令牌与使用规则。",
  });

/** What programs may read here, and how. */
export default async function DevelopersPage() {
  return <DevelopersView site={await loadSite()} siteUrl={env().siteUrl} />;
}
