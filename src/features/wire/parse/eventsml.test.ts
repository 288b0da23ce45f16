import { expect, test } from 'vitest';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

const read = (xml: string) =>
  parseMessage(
    Buffer.from(
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${xml}</itemSet></newsMessage>`,
    ),
  ).items.map(toNormalisedItem);

const meta = (more = '') =>
  `<itemMeta><provider literal="Nordwire"/><versionCreated>2026-03-01T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/>${more}</itemMeta>`;

test('an event of EventsML-G2 tells when, where and who; telephone numbers are for editors', () => {
  const [item] =
    read(`<conceptItem guid="urn:newsml:x:1" version="3" xml:lang="en">${meta('<edNote>Call ahead</edNote>')}
    <concept><conceptId qcode="ev:1"/><type qcode="cpnat:event"/><name>Spring Meeting</name>
    <definition role="drol:long">The board meets to decide the budget.</definition><eventDetails>
    <dates><start>2026-05-22T10:00:00+02:00</start><duration>PT2H</duration></dates><occurStatus qcode="eventoccurstatus:eos5"/>
    <location><name>Congress Hall</name><POIDetails><address><locality><name>Berlin</name></locality></address><contactInfo><phone>+49 30 1</phone></contactInfo></POIDetails></location>
    <participant><name>Jane Doe</name></participant></eventDetails></concept></conceptItem>`);
  expect(item).toMatchObject({
    uri: 'urn:newsml:x:1',
    version: 3,
    type: 'event',
    headline: 'Spring Meeting',
    credit: 'Nordwire',
    located: 'Berlin',
    event: {
      start: '2026-05-22T10:00:00+02:00',
      end: '2026-05-22T12:00:00+02:00',
      place: 'Congress Hall, Berlin',
      status: 'confirmed',
      participants: ['Jane Doe'],
    },
    ednote: 'Call ahead\n+49 30 1',
  });
  expect(item?.body_text).toBe(
    'Friday, 22 May 2026, 10:00–12:00 (UTC+02:00)\nCongress Hall, Berlin\n\nThe board meets to decide the budget.',
  );
});

test('a planning item keeps its assignments from readers', () => {
  const [item] = read(`<planningItem guid="urn:newsml:x:2" version="1">${meta()}
    <contentMeta><headline>Board meeting</headline><description>Text and photos.</description></contentMeta>
    <newsCoverageSet><newsCoverage><planning><itemClass qcode="ninat:text"/><scheduled>2026-05-22T12:00:00Z</scheduled><assignedTo><name>John Roe</name></assignedTo></planning></newsCoverage></newsCoverageSet></planningItem>`);
  expect(item).toMatchObject({
    type: 'event',
    headline: 'Board meeting',
    body_text: 'Text and photos.',
    event: { coverage: [{ kind: 'text', scheduled: '2026-05-22T12:00:00Z', by: 'John Roe' }] },
    ednote: 'Planned: text, 2026-05-22T12:00:00Z, John Roe',
  });
});

test('an event that will not take place is canceled, and a list of events gives each', () => {
  const concept = (name: string, code: string) =>
    `<concept><conceptId uri="http://x.example/${name}"/><name>${name}</name><eventDetails><dates><start>2026-05-22</start></dates><occurStatus qcode="eventoccurstatus:${code}"/></eventDetails></concept>`;
  const items = read(
    `<knowledgeItem guid="urn:newsml:x:3">${meta()}<conceptSet>${concept('one', 'eos6')}${concept('two', 'eos2')}</conceptSet></knowledgeItem>`,
  );
  expect(items).toMatchObject([
    { uri: 'http://x.example/one', pubstatus: 'canceled' },
    { uri: 'http://x.example/two', pubstatus: 'usable', event: { status: 'tentative' } },
  ]);
});
