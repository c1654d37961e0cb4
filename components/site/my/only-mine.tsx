import { myPath } from "@/lib/urls";

/** Leaves of a page of flashes those of what is followed; shown to who follows something. */
export const OnlyMine = () => (
  <my-switch>
    <button type="button" className="sound" aria-pressed="false">
      只看自选
    </button>
  </my-switch>
);

/** Said in the place of the rows when none of them is of what is followed. */
export const NoneOfMine = () => (
  <p className="none-of-mine" hidden>
    这一页的快讯都没有提到自选。新的一来就会出现；更早的在<a href={myPath}>自选的全部消息</a>里。
  </p>
);
