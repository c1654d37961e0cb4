import type { Role } from "@/lib/context";
import type { Span } from "@/lib/spelled";

/** What the palette finds in the newsroom; `spans` are the parts of the name that were asked for. */
export type Found = {
  articles: { id: string; title: string; spans: Span[]; status: string; outlet: string; updatedAt: string }[];
  outlets: { id: string; name: string; spans: Span[] }[];
  people: { id: string; name: string; email: string; role: Role; spans: Span[] }[];
};
