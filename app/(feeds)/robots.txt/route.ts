import { loadRobots } from "@/lib/indexing/loaders";

export const dynamic = "force-dynamic";

export const GET = async () =>
  new Response(await loadRobots(), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
