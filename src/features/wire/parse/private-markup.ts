import { type MarkupElement, type MarkupNode, textOf } from '#document/markup-tree.ts';

/** Classes and elements that mark what is for editors; dpa's notepad, NITF's messages and their like. */
const PRIVATE_CLASS =
  /^(?:notepad|notizblock|np-(?:non)?public|nonpublic|non-public|closingline|ednotes?|ed-notes?|editorialnotes?|editors?-notes?|ed-msg)$/i;
const PRIVATE_ELEMENTS = new Set(['ed-msg', 'edmsg', 'ednote', 'edNote']);

const isPrivate = (element: MarkupElement): boolean =>
  PRIVATE_ELEMENTS.has(element.name) ||
  /nonpublic/i.test(element.attributes.pubconstraint ?? '') ||
  (element.attributes.class ?? '').split(/\s+/).some((word) => PRIVATE_CLASS.test(word));

/** Takes out of a wire's markup, in place, what its own marks say is for editors; answers with the words taken. */
export function takePrivateMarkup(root: MarkupElement): string[] {
  return takeElements(root, isPrivate)
    .map((element) => separatedText(element))
    .filter((text) => text !== '');
}

/** Takes out the outermost elements that `wanted` accepts, in place, in reading order. */
export function takeElements(
  root: MarkupElement,
  wanted: (element: MarkupElement) => boolean,
): MarkupElement[] {
  const taken: MarkupElement[] = [];
  const stack: MarkupElement[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const kept: MarkupNode[] = [];
    for (const child of element.children) {
      if (typeof child !== 'string' && wanted(child)) taken.push(child);
      else kept.push(child);
    }
    if (kept.length !== element.children.length) element.children = kept;
    for (const child of kept) if (typeof child !== 'string') stack.push(child);
  }
  return taken;
}

function separatedText(element: MarkupElement): string {
  const parts: string[] = [];
  const stack: MarkupNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node.replace(/\s+/g, ' ').trim());
    else for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at] ?? '');
  }
  return parts.filter((part) => part !== '').join('\n') || textOf(element).trim();
}
