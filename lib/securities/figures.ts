import type { StockTab } from "./strands";

/** A number of articles; `isMore` when there are more than that. */
export type Count = { count: number; isMore: boolean };
export type Figures = Record<StockTab | "today", Count> & {
  /** When the first article of the main list appeared. */
  first: string | null;
};

export type Week = { start: string; direct: number; sector: number };

export type Company = {
  /** Of how many articles this is, and whether there may be older ones. */
  of: number;
  isMore: boolean;
  outlets: { id: string; slug: string; name: string; count: number }[];
  securities: { symbol: string; name: string; count: number }[];
};
