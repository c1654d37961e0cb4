const MOST_CHARACTERS = 200;
/** What programs that look for holes ask every site for; nothing of ours ever stood there. */
const PROBE =
  /\.(?:php\d?|aspx?|jsp|cgi|env|git|sql|bak|zip|gz|ini|ya?ml|log)(?:\/|$)|^\/(?:wp-|\.|cgi-bin|phpmyadmin|vendor\/|actuator)/i;

/** What browsers, phones and programs ask every site for by themselves: nobody followed a link to it. */
const AUTOMATIC =
  /^\/(?:\.well-known\/|apple-touch-icon|apple-app-site-association|favicon|browserconfig\.xml|ads\.txt|app-ads\.txt|security\.txt|humans\.txt|llms(?:-full)?\.txt|crossdomain\.xml|feed\/?$|xmlrpc|autodiscover|owa\/|remote\/|login|user\/login|administrator|manager\/|solr\/|_ignition|boaform|HNAP1|sdk\b|druid\/)|\.(?:js|css|map|png|jpe?g|gif|ico|svg|woff2?)$/i;

/** Whether a program asked for it, and not a person. */
export const isAutomatic = (path: string) => AUTOMATIC.test(path);

/** Whether a missing address may be one that readers still hold: of a length for eyes, and no probe. */
export const isWorthKnowing = (path: string) => path.length <= MOST_CHARACTERS && !PROBE.test(path);
