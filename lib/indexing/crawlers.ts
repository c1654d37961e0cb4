/**
 * Crawlers that gather texts for language models, by the name that robots.txt calls them and that they send. Fetchers
 * that open one page because a person asked for it are none.
 */
const SENT =
  "GPTBot ClaudeBot anthropic-ai Claude-Web CCBot PerplexityBot Bytespider Amazonbot Meta-ExternalAgent FacebookBot cohere-ai cohere-training-data-crawler Diffbot DeepSeekBot ImagesiftBot Omgilibot PanguBot AI2Bot Timpibot YouBot ChatGLM-Spider";
/** Names that stand in robots.txt alone: the search crawler of the same house fetches, and asks there. */
const ASKED_FOR = "Google-Extended Applebot-Extended";

export const AI_CRAWLERS: readonly string[] = `${SENT} ${ASKED_FOR}`.split(" ");

const PATTERN = new RegExp(`(?:^|[^\\w-])(?:${SENT.replaceAll(" ", "|")})(?![\\w-])`, "i");

/** Whether a client says that it is one of them. */
export const isAiCrawler = (userAgent: string | undefined) => userAgent !== undefined && PATTERN.test(userAgent);
