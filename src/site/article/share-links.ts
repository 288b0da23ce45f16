import { editionWords } from '../edition-words.ts';
import type { Link } from '../layout/layout.props.ts';
import type { EditionContext } from '../site-context.ts';

/** Plain links that share an article: no script, and nobody hears of it unless the reader follows one. */
export function shareLinks(context: EditionContext, url: string, headline: string): Link[] {
  const words = editionWords(context.edition);
  const link = encodeURIComponent(url);
  const text = encodeURIComponent(headline);
  return [
    { label: words.shareByMail, href: `mailto:?subject=${text}&body=${link}` },
    { label: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${link}` },
    { label: 'X', href: `https://x.com/intent/post?url=${link}&text=${text}` },
    { label: 'Bluesky', href: `https://bsky.app/intent/compose?text=${text}%20${link}` },
    { label: 'Mastodon', href: `https://mastodonshare.com/?url=${link}&text=${text}` },
  ];
}
