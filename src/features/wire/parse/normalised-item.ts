import { toHtml } from '#document/to-html.ts';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';

/**
 * A wire item as the JSON that `dateline parse` prints: the body as `body_text` and `body_html`, everything else under
 * its own name. Keys that have no value are absent; `subject`, `links`, `media` and `notes` are always arrays.
 */
export function toNormalisedItem(item: WireItem): Record<string, unknown> {
  const { uri, version, type, language, headline, body, ...rest } = item;
  const bodyText = toText(body);
  const normalised: Record<string, unknown> = {
    uri,
    version,
    type,
    language,
    headline,
    ...(body.content.length === 0 ? {} : { body_text: bodyText, body_html: toHtml(body) }),
    ...rest,
  };
  for (const key of Object.keys(normalised)) if (normalised[key] === undefined) delete normalised[key];
  return normalised;
}
