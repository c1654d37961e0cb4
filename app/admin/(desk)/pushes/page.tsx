import type { Metadata } from "next";
import { ChannelSection } from "@/components/admin/pushes/channel-section";
import { loadPushes } from "@/lib/pushes/loaders";
import "../../styles/pushes.css";

export const metadata: Metadata = { title: "推送" };

export default async function PushesPage() {
  const { now, siteUrl, channels } = await loadPushes();
  return (
    <>
      <header className="top">
        <h1>推送</h1>
        <p className="top-sub">有新闻就告诉订阅中枢和搜索引擎，不必等它们来抓；网址以 {siteUrl} 开头</p>
      </header>
      <div className="pushes">
        {channels.map((status) => (
          <ChannelSection key={status.channel} status={status} now={now} />
        ))}
      </div>
    </>
  );
}
