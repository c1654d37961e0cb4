/** The jobs of the worker and what each is told. Whoever sends one and whoever does it read the same line. */
export type Jobs = {
  /** Publishes whatever is due; says nothing about which article, so that one lost job loses none. */
  "publish-due": Record<string, never>;
  /** Removes files of pictures that nothing names. */
  "sweep-media": Record<string, never>;
  /** Sends the mail that waits. */
  "send-mail": Record<string, never>;
  /** Goes on with acts upon many articles that some process left unfinished. */
  "resume-bulk": Record<string, never>;
  /** Goes on with merges and splits whose articles are still on their way. */
  "move-articles": Record<string, never>;
  /** Goes on with looks at stored articles after names of securities changed. */
  relink: Record<string, never>;
  /** Takes new rows of the audit log into its chain. */
  "seal-audit": Record<string, never>;
  /** Goes on with making the search index, when it is not complete. */
  reindex: Record<string, never>;
  /** Finds the clusters of articles that were imported. */
  recluster: Record<string, never>;
  /** Makes months of old days' views, and forgets old hours and old missing addresses. */
  "roll-up-views": Record<string, never>;
  /** Finds what was read most. */
  "rank-most-read": Record<string, never>;
  /** Gives numbers to changes that nobody has read yet. */
  "number-changes": Record<string, never>;
};
export type JobName = keyof Jobs;

/** How a queue treats a job that was not done, in seconds; `short`: one waiting job for each key. */
export const QUEUES: Record<JobName, { policy: "short"; retryLimit: number; expireInSeconds: number }> = {
  "publish-due": { policy: "short", retryLimit: 3, expireInSeconds: 60 },
  "sweep-media": { policy: "short", retryLimit: 1, expireInSeconds: 3600 },
  "send-mail": { policy: "short", retryLimit: 1, expireInSeconds: 600 },
  "resume-bulk": { policy: "short", retryLimit: 1, expireInSeconds: 600 },
  "move-articles": { policy: "short", retryLimit: 1, expireInSeconds: 3600 },
  relink: { policy: "short", retryLimit: 1, expireInSeconds: 3600 },
  "seal-audit": { policy: "short", retryLimit: 0, expireInSeconds: 3600 },
  reindex: { policy: "short", retryLimit: 1, expireInSeconds: 12 * 3600 },
  recluster: { policy: "short", retryLimit: 1, expireInSeconds: 12 * 3600 },
  "roll-up-views": { policy: "short", retryLimit: 1, expireInSeconds: 3600 },
  "rank-most-read": { policy: "short", retryLimit: 1, expireInSeconds: 600 },
  "number-changes": { policy: "short", retryLimit: 0, expireInSeconds: 600 },
};

/** The schema of Postgres that the queues live in. */
export const JOBS_SCHEMA = "pgboss";
