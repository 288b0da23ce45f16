import { SaxesParser } from 'saxes';

/** The keys of one page of a ListObjectsV2 answer, and the token of the next page when there is one. */
export function parseListing(xml: string): { keys: string[]; next?: string } {
  const keys: string[] = [];
  let next: string | undefined;
  let inside = '';
  const parser = new SaxesParser();
  let text = '';
  parser.on('opentag', ({ name }) => {
    inside = name;
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === inside && name === 'Key') keys.push(text);
    if (name === inside && name === 'NextContinuationToken') next = text;
    inside = '';
  });
  parser.write(xml).close();
  return { keys, next };
}
