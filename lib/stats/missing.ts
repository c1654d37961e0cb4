const MOST_CHARACTERS = 200;
/** What programs that look for holes ask every site for; nothing of ours ever stood there. */
const PROBE =
  /\.(?:php\d?|aspx?|jsp|cgi|env|git|sql|bak|zip|gz|ini|ya?ml|log)(?:\/|$)|^\/(?:wp-|\.|cgi-bin|phpmyadmin|vendor\/|actuator)/i;

/** Whether a missing address may be one that readers still hold: of a length for eyes, and no probe. */
export const isWorthKnowing = (path: string) => path.length <= MOST_CHARACTERS && !PROBE.test(path);
