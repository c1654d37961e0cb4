import type { Actor } from "@/lib/context";

export type Person = Extract<Actor, { kind: "user" }>;
