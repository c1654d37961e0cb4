const MARKETS: Record<string, { exchange: string; share: string }> = {
  SH: { exchange: "上交所", share: "A 股" },
  SZ: { exchange: "深交所", share: "A 股" },
  BJ: { exchange: "北交所", share: "A 股" },
  HK: { exchange: "港交所", share: "港股" },
  US: { exchange: "美国", share: "美股" },
};

/** Where a symbol is traded, and what its shares are called there; null for a sector, which is not traded. */
export const marketOf = (symbol: string) => MARKETS[symbol.slice(0, 2)] ?? null;
