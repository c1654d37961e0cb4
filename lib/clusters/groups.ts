import { compareStories, SPAN_MS, type Told } from "./same-story";

type Place = { clusterId: string; at: Date; kind: "story" | "flash" };

/** Which articles tell one story, while some of them are placed anew. In memory; who uses it reads and writes the rows. */
export class Groups {
  readonly #placeOf = new Map<string, Place>();
  readonly #members = new Map<string, Set<string>>();
  readonly #said = new Map<string, "same" | "other">();

  constructor(
    rows: { articleId: string; clusterId: string; publishedAt: Date; kind: "story" | "flash" }[],
    verdicts: { firstId: string; secondId: string; verdict: "same" | "other" }[],
    private readonly newId: () => string,
  ) {
    for (const row of rows) this.#put(row.articleId, { clusterId: row.clusterId, at: row.publishedAt, kind: row.kind });
    for (const { firstId, secondId, verdict } of verdicts) this.#said.set(`${firstId} ${secondId}`, verdict);
  }

  /** What an editor said of two articles. */
  said(a: string, b: string): "same" | "other" | undefined {
    return this.#said.get(a < b ? `${a} ${b}` : `${b} ${a}`);
  }

  #put(id: string, place: Place) {
    this.#placeOf.set(id, place);
    this.#members.set(place.clusterId, (this.#members.get(place.clusterId) ?? new Set()).add(id));
  }

  /** All that are told together with an article, itself among them. */
  with(id: string): string[] {
    const place = this.#placeOf.get(id);
    return place ? [...this.#members.get(place.clusterId)!] : [id];
  }

  remove(id: string) {
    const place = this.#placeOf.get(id);
    if (!place) return;
    this.#placeOf.delete(id);
    this.#members.get(place.clusterId)!.delete(id);
  }

  /** Puts an article and its group beside another; the bigger group keeps its number, the other's where they are equal. */
  unite(article: Pick<Told, "id" | "at" | "kind">, other: Pick<Told, "id" | "at" | "kind">) {
    for (const one of [article, other])
      if (!this.#placeOf.has(one.id)) this.#put(one.id, { clusterId: this.newId(), at: one.at, kind: one.kind });
    const [kept, gone] = [other, article]
      .map(({ id }) => this.#placeOf.get(id)!.clusterId)
      .sort((x, y) => this.#members.get(y)!.size - this.#members.get(x)!.size) as [string, string];
    if (kept === gone) return;
    for (const id of this.#members.get(gone)!) this.#put(id, { ...this.#placeOf.get(id)!, clusterId: kept });
    this.#members.delete(gone);
  }

  /**
   * Whether an article may be told together with the group of another, which it is like: no editor said no, no member
   * contradicts it, and all of it lies within the span. Whom an editor put beside another is not asked again.
   */
  mayJoin(article: Told, other: Told, told: (id: string) => Told | undefined): boolean {
    const [own, theirs] = [this.with(article.id), this.with(other.id)];
    if (own.includes(other.id)) return false;
    if (own.some((x) => theirs.some((y) => this.said(x, y) === "other"))) return false;
    const read = (ids: string[]) => ids.flatMap((id) => told(id) ?? []);
    const isPut = (one: Told, group: string[]) => group.some((id) => this.said(one.id, id) === "same");
    const isNear = (x: Told, y: Told) => Math.abs(x.at.getTime() - y.at.getTime()) <= SPAN_MS;
    return read(theirs).every((member) => {
      if (isPut(member, theirs)) return true;
      const inTime = read(own).every((one) => isPut(one, own) || isNear(one, member));
      return inTime && compareStories(article, member).verdict !== "other";
    });
  }

  /** The rows of those groups that have two members or more. */
  rows() {
    return [...this.#members].flatMap(([clusterId, ids]) =>
      ids.size < 2
        ? []
        : [...ids].map((articleId) => {
            const { at: publishedAt, kind } = this.#placeOf.get(articleId)!;
            return { articleId, clusterId, kind, publishedAt };
          }),
    );
  }
}
