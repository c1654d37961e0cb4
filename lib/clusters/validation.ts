import { z } from "zod";

const id = z.uuid({ error: "编号不对" });

/** The page of an article's cluster in the newsroom. */
export const clusterDeskPath = (id: string) => `/admin/articles/${id}/cluster`;

export const splitInput = z.object({ id });
export const mergeInput = z.object({ id, withId: id });
/** What is being typed: a flash in its one field. */
export const duplicatesInput = z.object({ text: z.string().max(4000) });

export type SplitInput = z.infer<typeof splitInput>;
export type MergeInput = z.infer<typeof mergeInput>;
