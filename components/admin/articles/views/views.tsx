import { Users } from "lucide-react";
import { STATUS_WORDS } from "@/components/admin/articles/list/words";
import {
  DESK_STATUSES,
  type DeskParams,
  deskPath,
  deskQuery,
  isFiltered,
  readDeskQuery,
} from "@/lib/articles/desk-params";
import { ChangeView, type View } from "./change-view";
import { SaveView } from "./save-view";

type Props = { state: DeskParams; views: View[]; me: string; mayShare: boolean };

/** The lists that everyone has: one for each status, and an editor's own drafts among all. */
const usualViews = (me: string, isEditor: boolean): { name: string; state: Partial<DeskParams> }[] => [
  { name: "全部", state: {} },
  ...(isEditor ? [{ name: "我的草稿", state: { status: "draft" as const, author: me } }] : []),
  ...DESK_STATUSES.map((status) => ({ name: STATUS_WORDS[status], state: { status } })),
];

/** Lists under a name, as tabs. A view is an address, so a tab is a link. */
export function Views({ state, views, me, mayShare }: Props) {
  const here = deskQuery(state);
  const saved = views.find(({ query }) => query === here);
  const usual = usualViews(me, mayShare);
  // A list that is narrowed further, or sorted otherwise, still stands under its status.
  const narrowed = isFiltered(state) ? state.status : undefined;
  const exact = usual.find(
    (view) =>
      deskQuery({ ...view.state, sort: state.sort, order: state.order }) === deskQuery({ ...state, cols: undefined }),
  );
  const current = exact ?? (narrowed && usual.find((view) => !view.state.author && view.state.status === narrowed));
  const isNew = !saved && !usual.some((view) => deskQuery(view.state) === here);
  return (
    <nav className="views" aria-label="视图">
      {usual.map((view) => (
        <a key={view.name} href={deskPath(view.state)} aria-current={!saved && view === current ? "page" : undefined}>
          {view.name}
        </a>
      ))}
      {views.map((view) => (
        <a
          key={view.id}
          className="saved"
          href={deskPath(readDeskQuery(view.query))}
          aria-current={view === saved ? "page" : undefined}
        >
          {view.name}
          {view.isShared && (
            <>
              <Users className="icon" aria-hidden />
              <span className="sr">（共享）</span>
            </>
          )}
        </a>
      ))}
      {saved?.mayChange && <ChangeView key={saved.id} view={saved} mayShare={mayShare} />}
      {isNew && <SaveView key={here} query={here} mayShare={mayShare} />}
    </nav>
  );
}
