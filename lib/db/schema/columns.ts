import { timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** A point in time, stored in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Time-ordered id (UUID v7, RFC 9562), made by the program because Postgres 15–17 cannot. */
export const id = () => uuid("id").primaryKey().$defaultFn(uuidv7);

export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();
