import { CollectionData } from "@/components/site/data/collection-data";
import { Headline } from "@/components/site/headline";
import { Icon } from "@/components/site/icons";
import { Reason } from "@/components/site/reason";
import type { Act, ActsPage } from "@/lib/corrections/loaders";
import { CORRECTION_NAMES } from "@/lib/corrections/validation";
import { beijingDay, beijingIso, clock, longDay, timeSpan, weekday } from "@/lib/dates";
import { feedPath } from "@/lib/feeds/address";
import { FEED_TYPES } from "@/lib/feeds/types";
import { articlePath, categoryPath, correctionsPath, historyPath, olderPath } from "@/lib/urls";

/** The public record of what was corrected, withdrawn and taken down. */
export function ActsView({ page, cursor }: { page: ActsPage; cursor?: string }) {
  const { acts, older } = page;
  const [newest, oldest] = [acts[0], acts.at(-1)];
  return (
    <>
      <header className="page-head">
        <h1>更正与撤稿</h1>
        {older && newest && oldest ? (
          <p className="stand">{timeSpan(oldest.at, newest.at)}</p>
        ) : (
          <p className="stand">
            报道有误就更正，站不住就撤回，按要求须删的永久删除，每一条都写明时间与原因。
            <a href={feedPath(correctionsPath, "rss")} type={FEED_TYPES.rss}>
              用 RSS 订阅
            </a>
          </p>
        )}
      </header>
      <div className="two">
        <div>
          {acts.length === 0 && <p className="stand">还没有更正、撤回或删除。有了之后，都会列在这里。</p>}
          <Days acts={acts} />
          <ActsPager page={page} />
        </div>
        <aside className="rail" aria-label="说明">
          <ActsLegend />
        </aside>
      </div>
      <CollectionData
        name="更正与撤稿"
        listPath={correctionsPath}
        cursor={cursor}
        items={acts.filter((act) => act.act !== "takedown")}
      />
    </>
  );
}

const LEGEND = [
  ["事实更正", "写错了事实，已改正；改动前后都能查看"],
  ["补充", "发表之后得知的重要情况"],
  ["文字", "表述不准确，改得更清楚"],
  ["撤回", "报道站不住；原来的地址写着原因"],
  ["删除", "法院、主管部门、权利人或当事人要求；文字与图片已销毁"],
];

function ActsLegend() {
  return (
    <section aria-labelledby="kinds">
      <div className="sect-head">
        <h2 id="kinds">怎样处理差错</h2>
      </div>
      <dl className="legend-lv">
        {LEGEND.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Days({ acts }: { acts: Act[] }) {
  const days = [...new Set(acts.map(({ at }) => beijingDay(at)))];
  return days.map((day) => (
    <section key={day} aria-labelledby={`d${day}`} className="acts">
      <h2 className="day" id={`d${day}`}>
        <time dateTime={day}>{longDay(`${day}T00:00:00+08:00`)}</time>
        <span>{weekday(`${day}T00:00:00+08:00`)}</span>
      </h2>
      <ul>
        {acts
          .filter(({ at }) => beijingDay(at) === day)
          .map((act) => (
            <li key={act.id} className="act">
              <time dateTime={beijingIso(act.at)}>{clock(act.at)}</time>
              <Entry act={act} />
            </li>
          ))}
      </ul>
    </section>
  ));
}

function Entry({ act }: { act: Act }) {
  if (act.act === "takedown")
    return (
      <div>
        <h3>
          <span className="act-kind act-takedown">删除</span>第 {act.number} 号
        </h3>
        <p className="act-note">一篇报道连同图片已按要求永久删除。</p>
        <Reason
          facts={[
            ["要求方", act.requester],
            ["原因", act.reason],
            ["依据", act.basis],
          ]}
        />
      </div>
    );
  const isCorrection = act.act === "correction";
  return (
    <div>
      <h3>
        <span className={`act-kind act-${act.act}`}>{isCorrection ? CORRECTION_NAMES[act.kind] : "撤回"}</span>
        <a href={articlePath(act.slug)}>
          <Headline title={act.title} />
        </a>
      </h3>
      {isCorrection && <p className="act-note">{act.note}</p>}
      <Reason facts={[["原因", act.reason || "未说明"]]} />
      <p className="meta">
        <a href={categoryPath(act.categorySlug)}>{act.categoryName}</a>
        {isCorrection && <a href={historyPath(act.slug)}>查看改动</a>}
      </p>
    </div>
  );
}

function ActsPager({ page: { acts, older, next } }: { page: ActsPage }) {
  if (!older && !next) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {older && (
        <a href={correctionsPath} rel="prev">
          <Icon name="newer" />
          回到最新
        </a>
      )}
      <p>
        <span className="sr">本页：</span>
        {timeSpan(acts.at(-1)!.at, acts[0]!.at)}
      </p>
      {next && (
        <a href={olderPath(correctionsPath, next)} rel="next">
          更早的记录
          <Icon name="older" />
        </a>
      )}
    </nav>
  );
}
