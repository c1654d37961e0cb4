import "server-only";
import { getDb } from "@/lib/db/client";
import type { SearchParams } from "./filters";
import { findPage } from "./find-page";

/** The page of a search, for everybody: nobody's session is looked at. */
export const loadSearch = (params: SearchParams) => findPage(getDb(), params);
