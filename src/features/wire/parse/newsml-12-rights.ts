import { oneLine } from '#document/clean-text.ts';
import { textOf } from '#document/markup-tree.ts';
import { partiesOf } from './newsml-12-names.ts';
import { childOf, childrenOf, elementsOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** RightsMetadata of the components around a text; a copyright line alone is what may be done with it. */
export function newsml12Rights(
  around: readonly XmlElement[],
  copyrightLine: string | undefined,
): { copyrightholder?: string; usageterms?: string } {
  const rights = around.flatMap((component) => childrenOf(component, 'RightsMetadata'));
  const holder = rights
    .map((one) => childOf(childOf(one, 'Copyright'), 'CopyrightHolder'))
    .map((one) => partiesOf(one)[0] ?? wordsOf(one))
    .find((one) => one !== undefined);
  const terms = rights
    .flatMap((one) => childrenOf(one, 'UsageRights'))
    .flatMap((one) => elementsOf(one).filter(({ name }) => name !== 'RightsHolder'))
    .map((one) => oneLine(textOf(one)))
    .filter((one) => one !== '');
  return {
    copyrightholder: holder ?? holderIn(copyrightLine),
    usageterms: terms.length > 0 ? [...new Set(terms)].join('\n') : copyrightLine,
  };
}

/** "Copyright Nordwire 2013", "(c) 2019 Nordwire. All rights reserved." */
function holderIn(line: string | undefined): string | undefined {
  const name = line
    ?.replace(/all rights reserved\.?|tous droits réservés\.?|alle rechte vorbehalten\.?/gi, ' ')
    .replace(/^\s*(?:copyright|©|\(c\)|\s){1,6}/i, '')
    .replace(/\b(?:19|20)\d{2}\b/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;-]+|[\s,.:;-]+$/g, '');
  return name !== undefined && name !== line?.trim() && /^\p{L}[\p{L}\d .&'-]{1,60}$/u.test(name)
    ? name
    : undefined;
}
