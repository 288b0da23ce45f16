/** Marks that agencies put before a headline for desks: "(LEAD)", "(2nd LD)", "(URGENT)", "KILL:", "CORRECTED-". */
const DESK_MARK =
  /^\s*(?:\((?:(?:\d+(?:st|nd|rd|th)\s+)?(?:LEAD|LD)|URGENT|EDITED|종합\d*보?|\d보|속보)\)|(?:\d+(?:st|nd|rd|th)\s+)(?:LEAD|LD|WRITETHRU)\b[\s:–—-]*|(?:KILL|CORRECT(?:ED|ION))\s*[:–—-])\s*/iu;

/** A headline as readers see it: without the marks that tell desks which version it is. They stay on the wire item. */
export function readerHeadline(headline: string): string {
  const plain = headline.replace(DESK_MARK, '');
  return plain === '' ? headline : plain;
}
