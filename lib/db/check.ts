import "server-only";
import postgres from "postgres";
import { OperatorError } from "@/lib/errors";

/** The oldest Postgres whose features the migrations use. */
export const OLDEST_POSTGRES = 15;

export type DatabaseFacts = { host: string; port: number; version: string; locale: string; encoding: string };

const REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "the host name is unknown",
  EAI_AGAIN: "the host name could not be looked up",
  CONNECT_TIMEOUT: "no answer within 10 seconds",
  ETIMEDOUT: "no answer in time",
  "28P01": "the password is wrong",
  "28000": "the user is not allowed in",
  "3D000": "the database does not exist",
};

/**
 * Looks at the database once.
 * @throws {OperatorError} one sentence with host, port and reason when it is unreachable, too old or not UTF-8
 */
export async function checkDatabase(url: string): Promise<DatabaseFacts> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  const host = String(sql.options.host[0] ?? "localhost");
  const port = Number(sql.options.port[0] ?? 5432);
  try {
    const [row] = await sql`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        pg_encoding_to_char(encoding) as encoding,
        -- The provider's own locale; its column is called datlocale since Postgres 17, daticulocale before.
        coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', datcollate) as locale
      from pg_database d where datname = current_database()`;
    const facts = { host, port, version: row!.version, locale: row!.locale, encoding: row!.encoding };
    if (row!.number < OLDEST_POSTGRES * 10_000) {
      throw new OperatorError(
        `The database at ${host}:${port} is Postgres ${facts.version}; ${OLDEST_POSTGRES} or newer is needed.`,
      );
    }
    if (facts.encoding !== "UTF8") {
      throw new OperatorError(
        `The database at ${host}:${port} is encoded in ${facts.encoding}; make one with encoding UTF8.`,
      );
    }
    return facts;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const { code = "", message } = error as Error & { code?: string };
    throw new OperatorError(
      `The database at ${host}:${port} cannot be used: ${REASONS[code] ?? (message || code)}. Check DATABASE_URL, or unset it to use the embedded Postgres.`,
    );
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}
