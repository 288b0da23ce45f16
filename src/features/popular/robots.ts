/** A header of a request by its lower-case name. */
export type ReadHeader = (name: string) => string | undefined;

/**
 * Programs that run scripts and so would send the beacon, by what they call themselves. Whatever gives an address
 * ("+https://…") or says "compatible;" is one too: browsers that know `sendBeacon` do neither. Cubot makes telephones.
 */
const NAMES = new RegExp(
  [
    String.raw`https?:|compatible;|(?<!cu)bot\b|bot[/-]|crawl|spider|slurp|scrap|archiv|fetcher|yeti|daum(?!apps)`,
    'headless|phantomjs|jsdom|puppeteer|playwright|selenium|cypress|webdriver',
    'lighthouse|pagespeed|gtmetrix|ptst|pingdom|uptime|monitor|statuscake|datadog|catchpoint|prerender',
    'google-|googleother|web preview|inspectiontool|mediapartners|facebookexternalhit|snippet',
  ].join('|'),
  'i',
);

/** Whether a user agent names a robot, or a program that is no browser: those all begin with "Mozilla/". */
export const isRobotName = (userAgent: string | undefined): boolean =>
  !userAgent?.startsWith('Mozilla/') || NAMES.test(userAgent);

/** Asked for ahead of the reader, who may never come (Sec-Purpose of the Fetch standard, and what came before it). */
const isAhead = (header: ReadHeader): boolean =>
  [header('sec-purpose'), header('purpose'), header('x-moz')].some((purpose) =>
    /prefetch|prerender|preview/i.test(purpose ?? ''),
  );

/** Sent by another site's page: its readers are not ours. Browsers before 2023 do not tell. */
const isFromElsewhere = (header: ReadHeader): boolean => {
  const site = header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin';
};

/** Whether a beacon is to be left out of the counts: not sent by the browser of someone who reads one of our pages. */
export const isNoReader = (header: ReadHeader): boolean =>
  isRobotName(header('user-agent')) ||
  !header('accept-language') ||
  isAhead(header) ||
  isFromElsewhere(header);
