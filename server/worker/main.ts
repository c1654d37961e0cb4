import PgBoss from "pg-boss";
import { listDueTimes } from "@/lib/articles/queries";
import { resumeBulk } from "@/lib/bulk/run";
import { OUTBOX_CHANNEL } from "@/lib/cache/outbox";
import { connect } from "@/lib/db/client";
import { JOBS_SCHEMA, type JobName, QUEUES } from "@/lib/jobs/queues";
import { log } from "@/lib/log";
import { MAIL_CHANNEL } from "@/lib/mail/queue";
import { mailTransport } from "@/lib/mail/transport";
import { startMediaPump } from "@/lib/media/pump";
import { isUnranked } from "@/lib/most-read/queries";
import { resumeRelinks } from "@/lib/securities/relink";
import { storage } from "@/lib/storage/storage";
import { resumeActs } from "@/lib/taxonomy/run";
import { runNumberChanges } from "./number-changes";
import { runPublishDue } from "./publish-due";
import { runRankMostRead } from "./rank-most-read";
import { runRecluster } from "./recluster";
import { runReindex } from "./reindex";
import { runRollUp } from "./roll-up-views";
import { runSealAudit } from "./seal-audit";
import { runSendMail } from "./send-mail";
import { runSweep } from "./sweep-media";

/** What is due is looked at this often, whatever became of the jobs for exact times. */
const TICK_MS = 30_000;
/** Files that nothing names are waste and no harm: there is no hurry. */
const SWEEP_MS = 60 * 60_000;
/** How old the lists of what was read most may be. Each change of their order costs the home page. */
const RANK_MS = 10 * 60_000;
/** Until a row of the audit log is sealed, only the database's own rights protect it. */
const SEAL_MS = 10_000;
/** Exact times that wait as jobs; more are sent as these pass. */
const TIMES_AHEAD = 200;
const QUEUES_LOCK = 7_316_013;
/** Commands come in bursts; their announcements are answered once. */
const PAUSE_MS = 200;

const failed = (what: string) => (error: unknown) => log.error({ err: error }, what);

/**
 * Runs the jobs in this process until it is closed. Any number of processes may do so on one database and any may be
 * killed: a job only says "look now", and the command decides under the article's lock.
 */
export async function startWorker(url: string): Promise<{ close: () => Promise<void> }> {
  // Processing a picture takes two at once, and so does going through all articles.
  const database = connect(url, { max: 6, name: "finews-worker" });
  const { db } = database;
  // Times are kept by our own jobs, so the cron of the library stays off.
  const options = { schedule: false, max: 2, deleteAfterHours: 24, archiveCompletedAfterSeconds: 3600 };
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, application_name: "finews-jobs", ...options });
  boss.on("error", failed("a job queue reports an error"));
  let pause: NodeJS.Timeout | undefined;
  const ticks: NodeJS.Timeout[] = [];
  const stopping = new AbortController();
  let stopMedia: (() => Promise<void>) | undefined;

  const send = (name: JobName, singletonKey: string, startAfter?: Date) =>
    boss.send(name, {}, { singletonKey, ...(startAfter && { startAfter }) });
  const sendExactTimes = async () => {
    const { now, times } = await listDueTimes(db, TIMES_AHEAD);
    for (const at of times) await send("publish-due", at.toISOString(), at > now ? at : undefined);
  };
  const hear = () => {
    clearTimeout(pause);
    pause = setTimeout(() => void sendExactTimes().catch(failed("due times could not be read")), PAUSE_MS);
  };
  const close = async () => {
    clearTimeout(pause);
    stopping.abort();
    for (const tick of ticks) clearInterval(tick);
    await stopMedia?.();
    await boss.stop({ timeout: 5000 }).catch(failed("the job queues did not stop"));
    await database.close();
  };

  try {
    await boss.start();
    await database.sql.begin(async (tx) => {
      // Workers that start together on a new database would wait for each other's queues in a circle.
      await tx`select pg_advisory_xact_lock(${QUEUES_LOCK})`;
      for (const [name, queue] of Object.entries(QUEUES)) await boss.createQueue(name, { name, ...queue });
    });
    await boss.work("publish-due", { pollingIntervalSeconds: 1, batchSize: 50 }, async () => {
      const count = await runPublishDue(db);
      if (count > 0) log.info({ count }, "published on time");
    });
    await boss.work("sweep-media", { pollingIntervalSeconds: 30 }, async () => {
      const count = await runSweep(db);
      if (count > 0) log.info({ count }, "files without a picture were removed");
    });
    const transport = mailTransport();
    if (transport) await boss.work("send-mail", { pollingIntervalSeconds: 1 }, () => runSendMail(db, transport));
    await boss.work("resume-bulk", { pollingIntervalSeconds: 5 }, () => resumeBulk(db));
    await boss.work("move-articles", { pollingIntervalSeconds: 5 }, () => resumeActs(db));
    await boss.work("reindex", { pollingIntervalSeconds: 2 }, () => runReindex(db, stopping.signal));
    await boss.work("recluster", { pollingIntervalSeconds: 5 }, () => runRecluster(db, stopping.signal));
    await boss.work("relink", { pollingIntervalSeconds: 5 }, () => resumeRelinks(db));
    await boss.work("seal-audit", { pollingIntervalSeconds: 5 }, () => runSealAudit(db));
    await boss.work("roll-up-views", { pollingIntervalSeconds: 30 }, () => runRollUp(db));
    await boss.work("rank-most-read", { pollingIntervalSeconds: 5 }, () => runRankMostRead(db));
    await boss.work("number-changes", { pollingIntervalSeconds: 10 }, () => runNumberChanges(db));
    await runPublishDue(db);
    stopMedia = startMediaPump(db, storage());
    await database.sql.listen(OUTBOX_CHANNEL, hear, hear);
    const everyFew = (ms: number, name: JobName) =>
      ticks.push(setInterval(() => void send(name, "tick").catch(failed("a job could not be sent")), ms));
    everyFew(TICK_MS, "publish-due");
    everyFew(TICK_MS, "resume-bulk");
    everyFew(TICK_MS, "move-articles");
    everyFew(TICK_MS, "reindex");
    everyFew(TICK_MS, "relink");
    everyFew(TICK_MS, "recluster");
    everyFew(TICK_MS, "number-changes");
    everyFew(SWEEP_MS, "sweep-media");
    everyFew(SEAL_MS, "seal-audit");
    everyFew(SWEEP_MS, "roll-up-views");
    everyFew(RANK_MS, "rank-most-read");
    // The first readers of a site shall not wait for their list.
    const rankFirst = async () => {
      if (await isUnranked(db)) await send("rank-most-read", "tick");
    };
    ticks.push(setInterval(() => void rankFirst().catch(failed("a job could not be sent")), TICK_MS));
    for (const name of [
      "resume-bulk",
      "move-articles",
      "reindex",
      "relink",
      "recluster",
      "sweep-media",
      "seal-audit",
      "roll-up-views",
      "rank-most-read",
    ] as const)
      await send(name, "tick");
    if (transport) {
      const sendMail = () => void send("send-mail", "tick").catch(failed("mail could not be sent for"));
      await database.sql.listen(MAIL_CHANNEL, sendMail, sendMail);
      everyFew(TICK_MS, "send-mail");
    }
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
