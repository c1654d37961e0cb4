import "server-only";
import { freeOutletSlug, listSameSound, nameFault } from "@/lib/categories/names-queries";
import { spellOutlet } from "@/lib/categories/naming";
import { maySeeOutlets } from "@/lib/categories/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Sound } from "./sound";

/** How a name that is being typed sounds, who sounds the same, and the address it would get. */
export async function soundOf({ db, actor }: Ctx, input: { id: string | null; name: string }): Promise<Sound | null> {
  if (!maySeeOutlets(actor)) throw new AppError("forbidden", "没有权限");
  const name = input.name.replace(/\s+/g, " ").trim();
  if (name === "") return null;
  const pinyin = spellOutlet(name);
  const [slug, same, fault] = await Promise.all([
    freeOutletSlug(db, pinyin === "#" ? "meiti" : pinyin, input.id),
    listSameSound(db, pinyin, input.id),
    nameFault(db, name, input.id),
  ]);
  return { pinyin: pinyin === "#" ? "" : pinyin, slug, same: same.map((outlet) => outlet.name), fault };
}
