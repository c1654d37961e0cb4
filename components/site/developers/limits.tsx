import { Code, Part } from "@/components/site/developers/part";
import { ANONYMOUS, PARTNER, WINDOW_SECONDS } from "@/lib/api/rate-limit";
import { SCOPES } from "@/lib/api-tokens/validation";

/** How often one may ask, and what a token is. */
export const Limits = ({ contact }: { contact: string }) => (
  <Part id="limits" title="频率与令牌">
    <dl className="dev-list">
      <div>
        <dt>匿名</dt>
        <dd>
          每 {WINDOW_SECONDS} 秒 {ANONYMOUS.most} 次，按网络地址计。
        </dd>
      </div>
      <div>
        <dt>令牌</dt>
        <dd>
          每 {WINDOW_SECONDS} 秒 {PARTNER.most} 次，按令牌计。
        </dd>
      </div>
    </dl>
    <p>
      一次搜索算 5 次，其他地址各算 1 次。每个答复都写明还剩几次（r）、几秒后重新计数（t）；超过了答复 429，
      <code>Retry-After</code> 是要等的秒数。
    </p>
    <Code>{`RateLimit-Policy: "${ANONYMOUS.name}";q=${ANONYMOUS.most};w=${WINDOW_SECONDS}\nRateLimit: "${ANONYMOUS.name}";r=59;t=60`}</Code>
    <p>令牌放在请求头里，不要写进地址：地址会留在各处的日志里。</p>
    <Code>Authorization: Bearer fn_…</Code>
    <dl className="dev-list">
      {Object.entries(SCOPES).map(([scope, { name, says }]) => (
        <div key={scope}>
          <dt>
            {name} <code>{scope}</code>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
    <p>{contact ? `申请令牌请联系：${contact}` : "申请令牌请联系本站编辑部。"}</p>
  </Part>
);
