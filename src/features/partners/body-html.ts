import { toHtml } from '#document/to-html.ts';
import type { OutgoingArticle } from './outgoing.ts';

/** The text as HTML; '' where the receiver gets none. A picture in it stands there only if it goes out with the article. */
export function bodyHtml({ body, pictures }: Pick<OutgoingArticle, 'body' | 'pictures'>): string {
  if (!body) return '';
  return toHtml(body, {
    figure: ({ attrs }) => {
      const picture = pictures.find(({ href }) => href === attrs.src);
      if (!picture) return undefined;
      const { url: src, width, height } = picture;
      const own = (name: 'alt' | 'caption' | 'credit') => attrs[name] || picture[name];
      return { src, width, height, alt: own('alt'), caption: own('caption'), credit: own('credit') };
    },
  });
}
