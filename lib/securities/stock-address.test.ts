import { expect, test } from "vitest";
import { readStockAddress } from "./stock-address";

const CURSOR = "1700000000000-018f0000000070008000000000000001";

test.each([
  ["SZ300750", { symbol: "SZ300750", tab: "direct" }],
  ["sz300750", { symbol: "SZ300750", tab: "direct" }],
  [`SZ300750/before/${CURSOR}`, { symbol: "SZ300750", tab: "direct", cursor: CURSOR }],
  ["SZ300750/sector", { symbol: "SZ300750", tab: "sector" }],
  [`SZ300750/flashes/before/${CURSOR}`, { symbol: "SZ300750", tab: "flashes", cursor: CURSOR }],
])("reads %s", (path, address) => expect(readStockAddress(path.split("/"))).toMatchObject(address));

test.each(["", "SZ300750/direct", "SZ300750/before", "SZ300750/sector/x", "SZ300750/before/a/b", "SZ300750/news"])(
  "refuses %j",
  (path) => expect(readStockAddress(path.split("/"))).toBeNull(),
);
