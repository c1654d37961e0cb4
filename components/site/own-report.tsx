import { Frame } from "@/components/site/frame";
import { CORRECTIONS_WAY, HOME_WAY, type Way, Ways } from "@/components/site/ways";
import { answerPage } from "@/lib/cache/tag-page";
import { beijingIso, longTime } from "@/lib/dates";
import type { OwnReport } from "@/lib/reports/loaders";
import { REFUSALS, type Refusal } from "@/lib/reports/refusals";
import { articlePath, historyPath } from "@/lib/urls";

const OUTCOMES = {
  open: ["已收到你的报错", "编辑会核对原文。处理之后，答复就写在这个页面上；请把它的地址存下来，别处查不到。"],
  accepted: ["已采纳", "谢谢你指出这一处。"],
  rejected: ["未采纳", "编辑核对过了，这一处没有改。"],
} as const;

/** What a reader reported and what became of it. */
export function OwnReportPage({ report }: { report: OwnReport }) {
  const { status, quote, message, answer, createdAt, answeredAt } = report;
  const [heading, says] = OUTCOMES[status];
  return (
    <Frame>
      <section className="blank" aria-labelledby="outcome">
        <h1 id="outcome">{heading}</h1>
        <p>{says}</p>
        {answer && (
          <div className="answer">
            <h2>编辑部答复</h2>
            <p>{answer}</p>
            {answeredAt && (
              <p className="meta">
                <time dateTime={beijingIso(answeredAt)}>{longTime(answeredAt)}</time>
              </p>
            )}
          </div>
        )}
        <dl className="said">
          {quote && (
            <div>
              <dt>原文</dt>
              <dd>{quote}</dd>
            </div>
          )}
          <div>
            <dt>你的说明</dt>
            <dd>{message}</dd>
          </div>
          <div>
            <dt>提交时间</dt>
            <dd>
              <time dateTime={beijingIso(createdAt)}>{longTime(createdAt)}</time>（北京时间）
            </dd>
          </div>
        </dl>
        <Ways ways={waysOn(report)} isLong />
      </section>
    </Frame>
  );
}

/** What one can do with the outcome; an article that is gone says so. */
function waysOn({ slug, title, articleStatus, isTakenDown, isCorrected }: OwnReport): Way[] {
  const isPublic = articleStatus === "published";
  const article = isTakenDown
    ? { label: "删除说明", says: "你指出的报道已按要求删除" }
    : { label: title, says: isPublic ? "你指出的报道" : "你指出的报道，已撤回" };
  const changes = { href: historyPath(slug), label: "查看改动", says: "更正前后的文字，逐字对照" };
  return [{ href: articlePath(slug), ...article }, ...(isPublic && isCorrected ? [changes] : []), CORRECTIONS_WAY];
}

/** One answer for every link that is none. */
export async function ReportMissing() {
  answerPage(404);
  return (
    <Frame>
      <section className="blank" aria-labelledby="missing">
        <p className="big num">404</p>
        <h1 id="missing">没有这条报错</h1>
        <p>地址可能不完整。提交报错之后打开的页面，它的地址就是查询结果的链接。</p>
        <Ways ways={[HOME_WAY]} />
      </section>
    </Frame>
  );
}

export function ReportNotSent({ refusal }: { refusal: Refusal }) {
  const [heading, says] = REFUSALS[refusal];
  return (
    <Frame>
      <section className="blank" aria-labelledby="not-sent">
        <h1 id="not-sent">报错没有提交：{heading}</h1>
        <p>{says}</p>
        <p>用浏览器的“后退”回到报道，填过的内容还在。</p>
        <Ways ways={[HOME_WAY]} />
      </section>
    </Frame>
  );
}
