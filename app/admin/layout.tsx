import type { Metadata } from "next";
import { Toaster } from "sonner";
import { SiteNameProvider } from "@/components/admin/shell/site-name";
import { StyleSheet } from "@/components/ui/style-sheet";
import { robotsOf } from "@/lib/indexing/policy";
import { accentSheetPath } from "@/lib/settings/accent-address";
import { loadSite } from "@/lib/settings/loaders";
import "../globals.css";
import "./styles/base.css";
import "./styles/palette.css";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await loadSite();
  const title = { default: `编辑部 - ${name}`, template: `%s - 编辑部 - ${name}` };
  return { title, ...robotsOf("desk") };
}

/** Styles and messages of the newsroom. It protects nothing: loaders and actions do. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const { name, accentDay, accentNight } = await loadSite();
  return (
    <>
      <StyleSheet path={accentSheetPath(accentDay, accentNight)} />
      <SiteNameProvider name={name}>{children}</SiteNameProvider>
      <Toaster position="bottom-center" theme="system" containerAriaLabel="消息" mobileOffset={{ bottom: "5rem" }} />
    </>
  );
}
