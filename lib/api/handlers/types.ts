import type { Db } from "@/lib/db/client";
import type { Site } from "@/lib/settings/defaults";
import type { Caller } from "../caller";
import type { AnswerOf, OperationId, QueryOf } from "../operations";

/** A request that is let through, its parameters checked. */
export type Asked<Id extends OperationId> = {
  db: Db;
  site: Site;
  caller: Caller;
  /** The part of the path in braces, decoded. */
  param: string;
  query: QueryOf<Id>;
  /** As it came, for an address that leads on. */
  given: URLSearchParams;
};

/** Where the thing stands today, below `/api/v1`. */
export type Moved = { movedTo: string };

export type Handler<Id extends OperationId> = (
  asked: Asked<Id>,
) => Promise<AnswerOf<Id> | Moved> | AnswerOf<Id> | Moved;

export type Handlers = { [Id in OperationId]: Handler<Id> };
