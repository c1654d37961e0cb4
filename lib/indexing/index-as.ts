import "server-only";
import { headPage } from "@/lib/cache/tag-page";
import { type OutletPolicy, type PageKind, robotsOf, sentWith } from "./policy";

/** Says in the headers of the page that is being rendered what indexes may do, and gives what its metadata says of it. */
export function indexAs(kind: PageKind, outlet?: OutletPolicy) {
  headPage(sentWith(kind, outlet).headers);
  return robotsOf(kind, outlet);
}
