import "server-only";
import { keepUntilExpired } from "@/lib/cache/kept-value";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { log } from "@/lib/log";
import { decodeParts } from "@/lib/route-params";
import { findSite } from "@/lib/settings/queries";
import { answerJson, answerMoved, answerProblem, PREFLIGHT } from "./answer";
import { anonymous, type Caller, callerOf } from "./caller";
import { getArticle, listArticles } from "./handlers/articles";
import * as catalogue from "./handlers/catalogue";
import { changes } from "./handlers/changes";
import { document, root } from "./handlers/root";
import { search } from "./handlers/search";
import type { Asked, Handlers, Moved } from "./handlers/types";
import { API_PATH, type OperationId, operation, operationAt } from "./operations";
import { Problem } from "./problem";
import { limitHeaders, requests } from "./rate-limit";
import { readQuery } from "./read-query";

const HANDLERS: Handlers = {
  index: root,
  listArticles,
  getArticle,
  listCategories: catalogue.listCategories,
  getCategory: catalogue.getCategory,
  listTags: catalogue.listTags,
  getTag: catalogue.getTag,
  listSecurities: catalogue.listSecurities,
  getSecurity: catalogue.getSecurity,
  search,
  listChanges: changes,
  openapi: document,
};

/** Counts a request; the headers that say how much is left. */
function take({ key, quota }: Caller, cost: number, now: Date) {
  const taken = requests.take(key, quota, cost, now.getTime());
  return { headers: limitHeaders(quota, taken), isAllowed: taken.isAllowed };
}

/** Every request below `/api/v1`, whatever it asks for: an answer, a way on, or a problem in words. */
export async function answerApi(request: Request, { params }: { params: Promise<{ path?: string[] }> }) {
  if (request.method === "OPTIONS") return PREFLIGHT();
  const now = new Date();
  let headers: Record<string, string> = {};
  try {
    const db = getDb();
    // Whoever tries tokens is counted by the network they come from.
    const caller = await callerOf(db, request, now).catch((error: unknown) => {
      headers = take(anonymous(request), 1, now).headers;
      throw error;
    });
    const parts = decodeParts((await params).path ?? []);
    const found = parts && operationAt(parts);
    const counted = take(caller, found ? operation(found.id).cost : 1, now);
    headers = counted.headers;
    if (!counted.isAllowed) throw new Problem("too-many");
    if (request.method !== "GET" && request.method !== "HEAD") throw new Problem("bad-method");
    if (!found) throw new Problem("not-found", `接口里没有这个地址；${API_PATH} 列出了有的。`);
    const { searchParams: given } = new URL(request.url);
    const site = await keepUntilExpired(tag.site, () => findSite(db));
    const answer = await handle(found.id, { db, site, caller, param: found.param, given });
    if (isMoved(answer)) return answerMoved(API_PATH + answer.movedTo, headers);
    return answerJson(request, answer, { headers, isPrivate: caller.token !== null });
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem("failed");
    if (problem !== error) log.error({ err: error }, "the API could not answer");
    return answerProblem(request, problem, headers);
  }
}

async function handle<Id extends OperationId>(id: Id, asked: Omit<Asked<Id>, "query">) {
  const query = readQuery(operation(id).query, asked.given) as Asked<Id>["query"];
  return HANDLERS[id]({ ...asked, query });
}

const isMoved = (answer: object): answer is Moved => "movedTo" in answer;
