import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Outgoing } from './outgoing.ts';
import { buildOutgoing, buildStop } from './testing/outgoing.builder.ts';
import { NINJS_PROFILE } from './testing/profiles/ninjs.ts';
import { writeNewsmlG2 } from './write-newsml-g2.ts';
import { toNinjs } from './write-ninjs.ts';
import { writeNitf } from './write-nitf.ts';

const MESSAGE = { sender: 'paper.example', sent: new Date('2026-03-04T12:00:00Z') };

async function errorsOf(xml: string, profile: string): Promise<string[]> {
  const contents = await readFile(new URL(`testing/profiles/${profile}`, import.meta.url), 'utf8');
  const { errors } = await validateXML({
    xml: [{ fileName: 'written.xml', contents: xml }],
    schema: [{ fileName: profile, contents }],
  });
  return errors.map(({ message }) => message);
}

/** With all there is, with as little as there can be, and what takes it back. */
const ITEMS: [string, Outgoing][] = [
  ['everything', buildOutgoing()],
  [
    'nothing that can be left away',
    buildOutgoing({
      ...{ signal: undefined, note: '', deck: '', excerpt: '', byline: '', authors: [], located: '' },
      ...{ urgency: undefined, subjects: [], pictures: [], body: { type: 'doc', content: [] } },
      rights: { holder: 'The Paper', notice: '© 2026 The Paper', terms: '' },
    }),
  ],
  ['a short text', buildOutgoing({ body: undefined, signal: 'update' })],
  ['a kill', buildStop()],
  ['a hold', buildStop({ status: 'withheld' })],
];

test.each(ITEMS)('NewsML-G2 with %s keeps to the order and the values of the standard', async (_, item) => {
  expect(await errorsOf(writeNewsmlG2([item, buildStop()], MESSAGE), 'newsml-g2.xsd')).toEqual([]);
});

test.each(ITEMS)('NITF with %s keeps to the order and the values of the standard', async (_, item) => {
  expect(await errorsOf(writeNitf(item), 'nitf.xsd')).toEqual([]);
});

const validate = new Ajv2020({
  strict: false,
  formats: {
    uri: (value: string) => URL.canParse(value),
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  },
}).compile(NINJS_PROFILE);

test.each(ITEMS)('ninjs with %s keeps to the names and the values of the standard', (_, item) => {
  validate(toNinjs(item));
  expect(validate.errors).toBeNull();
});

test('what is out of order or unknown is found', async () => {
  const newsml = writeNewsmlG2([buildOutgoing()], MESSAGE);
  const unordered = newsml.replace(
    /(<urgency>.*?<\/urgency>)(<contentCreated>.*?<\/contentCreated>)/,
    '$2$1',
  );
  expect(await errorsOf(unordered, 'newsml-g2.xsd')).toHaveLength(1);
  expect(await errorsOf(newsml.replace('sig:correction', 'sig:kill'), 'newsml-g2.xsd')).not.toEqual([]);
  expect(await errorsOf(writeNitf(buildOutgoing()).replace('<hr/>', '<b>x</b>'), 'nitf.xsd')).not.toEqual([]);
  expect(validate({ ...toNinjs(buildOutgoing()), signal: 'x' })).toBe(false);
});
