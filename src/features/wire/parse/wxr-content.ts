/** Shortcodes whose words belong to the text: only the brackets go. */
const WRAPPERS = new Set(['caption', 'wp_caption', 'quote', 'pullquote', 'su_quote', 'dropcap', 'highlight']);

const SHORTCODE = /\[(\/?)([a-z][\w-]{0,40})((?:\s[^\][<>]{0,500}?)?)(\/?)\]/gi;
/** WordPress' own and the best-known plugins': these are taken for what they are without attributes, too. */
const KNOWN = new Set([
  ...WRAPPERS,
  ...[
    'gallery',
    'audio',
    'video',
    'playlist',
    'embed',
    'youtube',
    'vimeo',
    'tweet',
    'soundcloud',
    'googlemaps',
  ],
  ...['contact-form', 'contact-form-7', 'contact-field', 'gravityform', 'polldaddy', 'slideshow', 'wpvideo'],
  ...['vc_row', 'vc_column', 'vc_column_text', 'et_pb_section', 'et_pb_row', 'et_pb_column', 'et_pb_text'],
]);
const BLOCKS = 'p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption';
const MORE_BLOCKS = 'section|article|aside|header|footer|nav|address|form|fieldset|hr|iframe|script|style';
const BLOCK = new RegExp(`^\\s*</?(?:${BLOCKS}|${MORE_BLOCKS})\\b`, 'i');
const OPENING = new RegExp(`<(?:${BLOCKS}|${MORE_BLOCKS})\\b[^<>]{0,2000}>`, 'gi');
const CLOSING = new RegExp(`</(?:${BLOCKS}|${MORE_BLOCKS})>`, 'gi');

/**
 * A post's content as HTML. WordPress keeps what its block editor wrote as HTML between comments; older posts are text in
 * which an empty line parts paragraphs (`wpautop`) and square brackets stand for what plugins put there.
 */
export function postHtml(content: string): string {
  const bare = withoutShortcodes(content);
  return content.includes('<!-- wp:') ? bare : inParagraphs(bare);
}

/** Without shortcodes; words in square brackets that are none, such as [sic], stay. */
function withoutShortcodes(content: string): string {
  const closed = new Set(
    [...content.matchAll(/\[\/([a-z][\w-]{0,40})\]/gi)].map(([, name]) => name?.toLowerCase()),
  );
  return content.replace(SHORTCODE, (whole, slash: string, name: string, attributes: string, end: string) => {
    const key = name.toLowerCase();
    const isOne =
      KNOWN.has(key) || closed.has(key) || slash !== '' || end !== '' || /\w\s{0,5}=/.test(attributes);
    return isOne ? '' : whole;
  });
}

/** Empty lines part paragraphs, single ones lines; what is a block already stands by itself. */
function inParagraphs(content: string): string {
  const apart = content.replace(/\r\n?/g, '\n').replace(OPENING, '\n\n$&').replace(CLOSING, '$&\n\n');
  return apart
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (BLOCK.test(part) ? part : `<p>${part.replaceAll('\n', '<br>\n')}</p>`))
    .join('\n');
}
