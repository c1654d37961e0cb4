export * from "./articles";
export * from "./categories";
export * from "./media";
export * from "./securities";
export * from "./system";
export * from "./users";
export * from "./writing";
