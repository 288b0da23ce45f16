/** Copy as news agencies send it over a teleprinter's line. `at`: the day-time group, "041230 Mar 26". */
export const iptc7901 = (header: string, at: string, ...lines: string[]): Uint8Array =>
  Buffer.from(`\u0001${header}\r\n\u0002\r\n${lines.join('\r\n')}\r\n\u0003\r\n${at}\r\n\u0004`);

/** `at`: as agencies sign off, "03-04-26 1530EST". */
export const anpa = (number: string, keyword: string, at: string, ...lines: string[]): Uint8Array =>
  Buffer.from(
    `\u0016\u0016\u0001${number}\u001f\r\nu a\u0011\u0013${keyword} ${at.slice(0, 5)} 0030\r\n\u0002${lines
      .map((line) => `^${line}<`)
      .join('\r\n')}\r\n\u0003AP-NY-${at}\r\n\u0004`,
  );

export type G2Item = {
  guid: string;
  version?: number;
  status?: string;
  headline: string;
  link?: string;
  at: string;
};

/** A NewsML-G2 item; `link`: what it is derived from. */
export const newsmlG2 = ({ guid, version = 1, status = 'usable', headline, link, at }: G2Item): Uint8Array =>
  Buffer.from(`<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="${version}" standard="NewsML-G2" standardversion="2.35" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="agency"/><versionCreated>${at}</versionCreated><pubStatus qcode="stat:${status}"/>
${link === undefined ? '' : `<link rel="irel:derivedFrom" residref="${link}"/>`}</itemMeta>
<contentMeta><language tag="en"/><headline>${headline}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${headline}, officials of the town said.</p></body></html></inlineXML></contentSet></newsItem>`);
