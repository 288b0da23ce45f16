import type { Page } from 'playwright-core';

/** Bytes over the wire with headers, by kind of file. */
export type Transfer = { document: number; style: number; font: number; script: number; picture: number };

const KINDS: Record<string, keyof Transfer> = {
  Document: 'document',
  Stylesheet: 'style',
  Font: 'font',
  Script: 'script',
  Image: 'picture',
};

/** Counts what the page loads from now on; `read` gives the sums so far. */
export async function countTransfer(page: Page): Promise<{ read: () => Transfer }> {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, keyof Transfer>();
  const sums: Transfer = { document: 0, style: 0, font: 0, script: 0, picture: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => {
    const kind = KINDS[type];
    if (kind) kinds.set(requestId, kind);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) sums[kind] += encodedDataLength;
  });
  await session.send('Network.enable');
  return { read: () => ({ ...sums }) };
}

export const withoutPictures = ({ document, style, font, script }: Transfer): number =>
  document + style + font + script;

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);

/** The table of what each page weighs, in kB. */
export function toTable(rows: { name: string; transfer: Transfer }[]): string {
  const head = `${'kB over the wire'.padEnd(28)}  html    css  fonts     js  pictures  without pictures`;
  const lines = rows.map(({ name, transfer }) => {
    const { document, style, font, script, picture } = transfer;
    const cells = [document, style, font, script].map(kilobytes).join('');
    return `${name.padEnd(26)}${cells}${kilobytes(picture)}${kilobytes(withoutPictures(transfer))}`;
  });
  return [head, ...lines].join('\n');
}
