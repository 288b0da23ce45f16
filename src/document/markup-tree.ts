/** Markup as a plain tree, the same for HTML and XML, so that one walk turns either into a document. */
export type MarkupNode = MarkupElement | string;

export type MarkupElement = {
  /** Lower case for HTML; the local name as written for XML. */
  name: string;
  /** A prototype-less record, as written in XML, lower case in HTML. */
  attributes: Readonly<Record<string, string>>;
  children: MarkupNode[];
};

export const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

export type MarkupEvent =
  | { at: 'open'; element: MarkupElement }
  | { at: 'close'; element: MarkupElement }
  | { at: 'text'; text: string };

/**
 * Walks a tree in reading order on an explicit stack (the depth of what others send is no business of ours). `visit`
 * answers `'skip'` to an opening element to leave out its children; its closing is not announced then.
 */
export function walkMarkup(root: MarkupElement, visit: (event: MarkupEvent) => 'skip' | undefined): void {
  const stack: { element: MarkupElement; next: number }[] = [];
  if (visit({ at: 'open', element: root }) === 'skip') return;
  stack.push({ element: root, next: 0 });
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.element.children[frame.next];
    frame.next += 1;
    if (node === undefined) {
      stack.pop();
      visit({ at: 'close', element: frame.element });
    } else if (typeof node === 'string') {
      visit({ at: 'text', text: node });
    } else if (visit({ at: 'open', element: node }) !== 'skip') {
      stack.push({ element: node, next: 0 });
    }
  }
}

/** All words under an element, as they stand. */
export function textOf(root: MarkupElement): string {
  let text = '';
  walkMarkup(root, (event) => {
    if (event.at === 'text') text += event.text;
    return undefined;
  });
  return text;
}

/** Every element under `root` (itself excluded) that `wanted` accepts, in reading order, at most `limit`. */
export function findElements(
  root: MarkupElement,
  wanted: (element: MarkupElement) => boolean,
  limit = Number.POSITIVE_INFINITY,
): MarkupElement[] {
  const found: MarkupElement[] = [];
  walkMarkup(root, (event) => {
    if (event.at !== 'open' || event.element === root) return undefined;
    if (found.length >= limit) return 'skip';
    if (wanted(event.element)) found.push(event.element);
    return undefined;
  });
  return found;
}
