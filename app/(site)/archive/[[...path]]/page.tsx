import type { Metadata } from "next";
import { DayPage } from "@/components/site/archive/day-page";
import { MonthPage } from "@/components/site/archive/month-page";
import { YearPage } from "@/components/site/archive/year-page";
import { Frame } from "@/components/site/frame";
import { Missing, missingMetadata } from "@/components/site/missing";
import { type Place, readPlace } from "@/lib/archive/calendar";
import { loadDay, loadMonth, loadYear } from "@/lib/archive/loaders";
import { readFurther } from "@/lib/articles/further";
import { listKind, listMetadata } from "@/lib/articles/list-metadata";
import { longDay } from "@/lib/dates";
import { pageMetadata } from "@/lib/metadata";
import { decodeParts } from "@/lib/route-params";
import { archivePartPath, archivePath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

async function placeOf(params: Props["params"]): Promise<Place | null> {
  const parts = decodeParts((await params).path ?? []);
  return parts && readPlace(parts);
}

const findDay = ({ day, rest }: Extract<Place, { kind: "day" }>) => {
  const further = readFurther(rest);
  return further && loadDay(day, further.cursor);
};

export default async function ArchivePage({ params }: Props) {
  const place = await placeOf(params);
  if (!place) return <Missing />;
  if (place.kind === "day") {
    const found = await findDay(place);
    return found ? <DayPage found={found} cursor={place.rest[1]} /> : <Missing />;
  }
  if (place.kind === "month") {
    const calendar = await loadMonth(place.year, place.month);
    return calendar ? <MonthPage year={place.year} month={place.month} calendar={calendar} /> : <Missing />;
  }
  const found = await loadYear(place.kind === "year" ? place.year : null);
  if (found === "empty") return <EmptyArchive />;
  return found ? <YearPage year={found.year} calendar={found} isNewest={place.kind === "newest"} /> : <Missing />;
}

const EmptyArchive = () => (
  <Frame>
    <header className="page-head">
      <h1>往期</h1>
      <p className="stand">还没有公开的报道。发布之后，每一天都能在这里找到。</p>
    </header>
  </Frame>
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await placeOf(params);
  if (!place) return missingMetadata;
  if (place.kind === "day") {
    const found = await findDay(place);
    if (!found) return missingMetadata;
    const name = longDay(`${place.day}T12:00:00+08:00`);
    const description = `${name}的全部财经报道与快讯，按时间排列。`;
    const list = { name: `${name}的报道`, description, listPath: archivePartPath(place.day), page: found.page };
    const cursor = found.page.older ? place.rest[1] : undefined;
    return listMetadata({ ...list, as: listKind(found.page), cursor });
  }
  if (place.kind === "newest") {
    const description = "发表过的全部报道与快讯，按年、月、日查找。";
    return pageMetadata({ as: "list", title: "往期", description, path: archivePath });
  }
  const isMonth = place.kind === "month";
  const found = isMonth ? await loadMonth(place.year, place.month) : await loadYear(place.year);
  if (!found) return missingMetadata;
  const name = isMonth ? `${place.year}年${place.month}月` : `${place.year}年`;
  const part = isMonth ? `${place.year}-${String(place.month).padStart(2, "0")}` : String(place.year);
  return pageMetadata({
    as: "list",
    title: `${name}的报道`,
    description: `${name}每天的财经报道与快讯，按日查找。`,
    path: archivePartPath(part),
  });
}
