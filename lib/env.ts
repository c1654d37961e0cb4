import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { OperatorError } from "@/lib/errors";

/** A whole number; zod's own messages would say what was wrong, not what was expected. */
const whole = (min: number, max: number, expected = `a whole number from ${min} to ${max}`) =>
  z.coerce
    .number({ error: expected })
    .int({ error: expected })
    .min(min, { error: expected })
    .max(max, { error: expected });

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Every setting of the program. This is the only file that reads process.env. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Where the page server listens. */
  PORT: whole(0, 65535, "a port from 0 to 65535").default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  /** Public address of the site, without a trailing slash; canonical links are made from it. */
  SITE_URL: z
    .url({ protocol: /^https?$/, error: "an http(s) address such as https://news.example.com" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  /** Empty: the embedded Postgres is started. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: "an address such as postgres://user:password@host:5432/finews" })
    .optional(),
  DATABASE_POOL: whole(1, 200).default(10),
  /** Folder of the embedded database and of everything else this installation keeps. */
  DATA_DIR: z.string().min(1).default(".data"),
  /** Media in a server that speaks S3 instead of below DATA_DIR: all five, or none. */
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "an http(s) address such as https://s3.example.com" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: "a bucket's name" })
    .optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Mail is sent where both are set, and not otherwise. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "an address such as smtps://user:password@mail.example.com:465" })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, {
      error: "an address such as news@example.com or 金融消息 <news@example.com>",
    })
    .optional(),
  /** Signs sessions; made and kept in the database when it is not set. */
  AUTH_SECRET: z.string().min(32, { error: "at least 32 characters" }).optional(),
  /** How many proxies in front of the server may be believed about the visitor's address. */
  TRUSTED_PROXIES: whole(0, 10).default(0),
  /** Upper bound of the page cache in MiB. */
  PAGE_CACHE_MB: whole(8, 65536).default(128),
  /** How many pages may listen to live flashes at a time; the others ask again and again. */
  LIVE_CLIENTS: whole(0, 1_000_000).default(10_000),
  /** Private addresses that pictures may be fetched from all the same, such as a company's own file server. */
  FETCH_PRIVATE: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every((address) => isIP(address) > 0), { error: "addresses such as 10.0.0.5,10.0.0.6" }),
  /** Hub that every feed names and that is told when one has something new (WebSub). */
  WEBSUB_HUB: z.url({ protocol: /^https?$/, error: "an http(s) address such as https://hub.example.com/" }).optional(),
  /** Search engines are told what changed where it is set (indexnow.org); `/{key}.txt` says it to whoever asks. */
  INDEXNOW_KEY: z
    .string()
    .regex(/^[a-zA-Z0-9-]{8,128}$/, { error: "8 to 128 letters, digits and hyphens" })
    .optional(),
  INDEXNOW_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "an http(s) address such as https://api.indexnow.org/indexnow" })
    .default("https://api.indexnow.org/indexnow"),
  /** Baidu is told what is new where it is set: the token that its platform shows (普通收录, API 提交). */
  BAIDU_PUSH_TOKEN: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{8,128}$/, { error: "the token alone, not the whole address" })
    .optional(),
  BAIDU_PUSH_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "an http(s) address such as http://data.zz.baidu.com/urls" })
    .default("http://data.zz.baidu.com/urls"),
  /** Whether jobs run in the server's own process; `off` where `npm run worker` runs them. */
  WORKER: z.enum(["on", "off"], { error: "on or off" }).default("on"),
  /** Whether answers say what they cost (`Server-Timing`), for the browser's tools; not for a public site. */
  SERVER_TIMING: z.enum(["on", "off"], { error: "on or off" }).default("off"),
  /** Set by npm: the folder in which a command was typed; paths that the operator gives are meant from there. */
  INIT_CWD: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
});

type Settings = z.infer<typeof schema>;
type S3 = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };
type Mail = { smtpUrl: string; from: string };
export type Env = Settings & { dataDir: string; siteUrl: string; s3: S3 | null; mail: Mail | null };

const S3_NAMES = ["S3_ENDPOINT", "S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

/** @throws {OperatorError} when only some of the five are set */
function s3Of(env: Settings): S3 | null {
  const missing = S3_NAMES.filter((name) => env[name] === undefined);
  if (missing.length === S3_NAMES.length) return null;
  if (missing.length > 0) {
    const faults = missing.map((name) => `${name}: expected a value, because other S3_ settings are set`);
    throw new OperatorError(`Wrong setting. ${faults.join("; ")}.`);
  }
  const [endpoint, bucket, region, accessKeyId, secretAccessKey] = S3_NAMES.map((name) => env[name]!);
  return {
    endpoint: endpoint!,
    bucket: bucket!,
    region: region!,
    accessKeyId: accessKeyId!,
    secretAccessKey: secretAccessKey!,
  };
}

/** @throws {OperatorError} when only one of the two is set */
function mailOf({ SMTP_URL, MAIL_FROM }: Settings): Mail | null {
  if (SMTP_URL && MAIL_FROM) return { smtpUrl: SMTP_URL, from: MAIL_FROM };
  const missing = SMTP_URL ? "MAIL_FROM" : "SMTP_URL";
  if (SMTP_URL || MAIL_FROM)
    throw new OperatorError(`Wrong setting. Mail needs SMTP_URL and MAIL_FROM together; missing: ${missing}.`);
  return null;
}

/**
 * Reads and checks the settings.
 * @throws {OperatorError} naming each wrong setting, what was expected and what was found
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      // A database address may hold a password, a secret is one: neither is repeated.
      const found = /URL|SECRET|KEY|TOKEN/.test(name) ? "" : ` (found "${source[name]}")`;
      return `${name}: expected ${issue.message}${found}`;
    });
    throw new OperatorError(`Wrong setting. ${faults.join("; ")}.`);
  }
  const env = parsed.data;
  return {
    ...env,
    dataDir: resolve(env.DATA_DIR),
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    s3: s3Of(env),
    mail: mailOf(env),
  };
}

let cached: Env | undefined;

/** The settings of this process. */
export function env(): Env {
  cached ??= readEnv();
  return cached;
}
