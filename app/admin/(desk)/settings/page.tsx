import type { Metadata } from "next";
import { IndexSection } from "@/components/admin/settings/index-section";
import { SettingsForm } from "@/components/admin/settings/settings-form";
import { loadIndexStatus } from "@/lib/search/desk-loaders";
import { loadSettings } from "@/lib/settings/loaders";
import "../../styles/media.css";
import "../../styles/settings.css";

export const metadata: Metadata = { title: "设置" };

export default async function SettingsPage() {
  const [site, index] = await Promise.all([loadSettings(), loadIndexStatus()]);
  return (
    <>
      <header className="top">
        <h1>设置</h1>
        <p className="top-sub">保存之后，所有读者页面立刻照此显示；每次改动都进操作记录</p>
      </header>
      <SettingsForm site={site} />
      <IndexSection status={index} />
    </>
  );
}
