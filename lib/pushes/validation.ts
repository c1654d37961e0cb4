import { z } from "zod";
import { CHANNELS } from "@/lib/pushes/channels";

export const retryInput = z.object({ channel: z.enum(CHANNELS, { error: "没有这个去处" }) });
export type RetryInput = z.infer<typeof retryInput>;
