import type { Metadata } from "next";
import { TokenForm } from "@/components/admin/tokens/token-form";
import { TokenTable } from "@/components/admin/tokens/token-table";
import { loadTokens } from "@/lib/api-tokens/loaders";
import { developersPath } from "@/lib/urls";
import "../../styles/media.css";
import "../../styles/people.css";
import "../../styles/tokens.css";

export const metadata: Metadata = { title: "接口令牌" };

export default async function TokensPage() {
  const tokens = await loadTokens();
  const live = tokens.filter(({ state }) => state === "live").length;
  return (
    <>
      <header className="top">
        <h1>接口令牌</h1>
        <p className="top-sub">{live} 个有效</p>
      </header>
      <div className="tokens">
        <TokenForm />
        <div>
          <p className="token-note">
            合作方用令牌读取接口：次数更多，也可以准许取全文。不用令牌的人每分钟 60 次，只取得到媒体准许给的。
            <a href={developersPath}>接口说明</a>
          </p>
          <TokenTable tokens={tokens} now={new Date().toISOString()} />
        </div>
      </div>
    </>
  );
}
