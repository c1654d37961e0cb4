import { loadOpenReports } from "@/lib/reports/loaders";

/** How many reports wait; nothing while none does. */
export async function OpenReports() {
  const count = await loadOpenReports();
  return (
    count > 0 && (
      <b className="count">
        <span className="sr">待处理 </span>
        {count}
      </b>
    )
  );
}
