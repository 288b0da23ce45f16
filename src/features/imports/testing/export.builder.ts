/** A post as an export has it; what is not given is left away. */
export type OldPost = {
  id: number;
  title?: string;
  slug?: string;
  link?: string;
  date?: string;
  modified?: string;
  status?: string;
  type?: string;
  password?: string;
  html?: string;
  categories?: string[];
  tags?: string[];
  picture?: string;
};

const tag = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}><![CDATA[${text}]]></${name}>`;

const term = (domain: string, slug: string): string =>
  `<category domain="${domain}" nicename="${slug}"><![CDATA[${slug.charAt(0).toUpperCase()}${slug.slice(1)}]]></category>`;

/** A WordPress export (WXR 1.2) of these posts, as the old site's own exporter writes it. */
export function toWxr(posts: OldPost[]): Uint8Array {
  const items = posts.map((post) => {
    const { id, title = `Post ${id}`, slug = `post-${id}`, date = '2019-03-04 05:06:07' } = post;
    return `<item>${tag('title', title)}<link>${post.link ?? `https://old.example/2019/03/${slug}/`}</link>
<dc:creator>mina</dc:creator><guid isPermaLink="false">https://old.example/?p=${id}</guid>
${tag('content:encoded', post.html ?? `<p>Ships waited outside the harbour for ${id} hours.</p>`)}
<wp:post_id>${id}</wp:post_id><wp:post_date_gmt>${date}</wp:post_date_gmt>
<wp:post_modified_gmt>${post.modified ?? date}</wp:post_modified_gmt><wp:post_name>${slug}</wp:post_name>
<wp:status>${post.status ?? 'publish'}</wp:status><wp:post_type>${post.type ?? 'post'}</wp:post_type>
${tag('wp:post_password', post.password)}
${(post.categories ?? []).map((slug) => term('category', slug)).join('')}
${(post.tags ?? []).map((slug) => term('post_tag', slug)).join('')}
${post.picture ? `<enclosure url="${post.picture}" length="1" type="image/jpeg"/>` : ''}</item>`;
  });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel>
<title>The Old Site</title><link>https://old.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>mina</wp:author_login><wp:author_email>mina@old.example</wp:author_email>
<wp:author_display_name><![CDATA[Kim Mina]]></wp:author_display_name></wp:author>
${items.join('\n')}</channel></rss>`);
}
