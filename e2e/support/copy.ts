/** A ninjs 2 item as an agency pushes it. */
export type PushedCopy = {
  uri: string;
  headline: string;
  paragraphs?: string[];
  description?: string;
  version?: number;
  pubstatus?: 'usable' | 'withheld' | 'canceled';
  language?: string;
  byline?: string;
  ednote?: string;
  pictures?: { href: string; alt: string; caption: string }[];
};

const PARAGRAPHS = [
  'Ships waited outside the harbour until the fog lifted.',
  'By noon 14 of them had come in.',
];

function toNinjs(copy: PushedCopy): string {
  const { paragraphs = PARAGRAPHS, description, pictures = [], version = 1, ...rest } = copy;
  return JSON.stringify({
    type: 'text',
    version,
    pubstatus: 'usable',
    language: 'en',
    versioncreated: new Date().toISOString(),
    body_html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
    description_text: description,
    associations: pictures.map(({ href, alt, caption }, index) => ({
      name: `picture-${index}`,
      type: 'picture',
      uri: href,
      alttext: alt,
      description_text: caption,
      renditions: [{ name: 'main', href, contenttype: 'image/jpeg' }],
    })),
    ...rest,
  });
}

/** A source of the paper that takes copy by HTTP: hands it copy as an agency does, and throws where it is refused. */
export type Wire = { url: string; name: string; token: string };

export async function push({ url, name, token }: Wire, copy: PushedCopy): Promise<void> {
  const response = await fetch(`${url}/wire/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: toNinjs(copy),
  });
  if (response.status !== 202) throw new Error(`${copy.uri}: ${response.status} ${await response.text()}`);
}
