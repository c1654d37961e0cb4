import { BreakingBar } from "@/components/site/breaking-bar";
import { CollectionData } from "@/components/site/data/collection-data";
import { Days } from "@/components/site/days";
import { FeedLink } from "@/components/site/feed-link";
import { FlashRow, GoneRow } from "@/components/site/flash-row";
import { Frame } from "@/components/site/frame";
import { Important } from "@/components/site/important";
import { LevelLegend } from "@/components/site/level-legend";
import { ListView } from "@/components/site/list-view";
import { LiveFlashes } from "@/components/site/live/live-flashes";
import { NoneOfMine, OnlyMine } from "@/components/site/my/only-mine";
import { PageHead } from "@/components/site/page-head";
import { beijingIso } from "@/lib/dates";
import { feedPath } from "@/lib/feeds/address";
import type { ShownBar } from "@/lib/front/bar";
import { dayNote } from "@/lib/live/flash";
import type { loadLive } from "@/lib/live/loaders";
import type { LiveRow } from "@/lib/live/rows";
import { liveImportantPath, livePath } from "@/lib/urls";

type Props = {
  found: NonNullable<Awaited<ReturnType<typeof loadLive>>>;
  important: boolean;
  bar: ShownBar | null;
  cursor?: string;
};

const Row = ({ row }: { row: LiveRow }) => {
  if ("card" in row) return <FlashRow card={row.card} withOutlet />;
  if ("gone" in row) return <GoneRow gone={row.gone} />;
  return (
    <li className="pause" data-at={beijingIso(row.publishAt)}>
      <span>{row.pause.words}</span>
    </li>
  );
};

const keyOf = (row: LiveRow) => ("card" in row ? row.card.id : "gone" in row ? row.gone.id : row.publishAt);

/** All flashes, or the important ones: two addresses, each whole without a script. */
function LevelSwitch({ important }: { important: boolean }) {
  return (
    <nav className="switch" aria-label="级别">
      <a href={livePath} aria-current={important ? undefined : "page"}>
        全部
      </a>
      <a href={liveImportantPath} aria-current={important ? "page" : undefined}>
        只看重要
      </a>
    </nav>
  );
}

export function LivePage({ found: { page, rows, mark }, important, bar, cursor }: Props) {
  const listPath = important ? liveImportantPath : livePath;
  const list = (
    <Days
      rows={rows}
      listClass="flashes flashes-wide"
      row={(row) => <Row key={keyOf(row)} row={row} />}
      note={dayNote}
    />
  );
  return (
    <Frame section="live">
      {bar && <BreakingBar bar={bar} today={new Date()} />}
      <div className="live-head">
        <PageHead title="7×24 快讯" page={page} note="全天候更新，最新的在前，时间均为北京时间。" />
        <div className="live-tools">
          <LevelSwitch important={important} />
          <OnlyMine />
          <FeedLink href={feedPath(important ? liveImportantPath : livePath, "rss")} />
        </div>
      </div>
      <ListView
        page={page}
        listPath={listPath}
        flashes
        above={<NoneOfMine />}
        empty={important ? "还没有标为重要的快讯。" : "还没有快讯。"}
        rows={
          mark === null ? (
            list
          ) : (
            <LiveFlashes mark={mark} least={important ? 2 : 1} isWhole={!page.next}>
              {list}
            </LiveFlashes>
          )
        }
        top={!important && <Important cards={page.cards} />}
        bottom={<LevelLegend />}
      />
      <CollectionData name="7×24 快讯" listPath={listPath} cursor={cursor} items={page.cards} />
    </Frame>
  );
}
