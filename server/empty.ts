// Stands in for `server-only` in bundles that run in plain Node, where that package throws.
export {};
