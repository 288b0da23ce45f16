import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a mail of ours was: a delivery, or a letter to a subscriber. */
export type MailRef = { kind: 'delivery' | 'letter'; id: number };

const LETTERS = { delivery: 'd', letter: 'l' } as const;
const MESSAGE_ID = /<?([dl])\.([0-9a-z]{1,11})\.([0-9a-f]{24})@/;

const macOf = (key: Buffer, payload: string): string =>
  createHmac('sha256', key).update(`dateline message\n${payload}`).digest('hex').slice(0, 24);

/**
 * The Message-ID of a mail, signed: a bounce or complaint that quotes it is about a mail that we really sent, so nobody
 * can have others taken off the list by making one up. The same for every try of one delivery.
 */
export function toMessageId(key: Buffer, { kind, id }: MailRef, domain: string): string {
  const payload = `${LETTERS[kind]}.${id.toString(36)}`;
  return `<${payload}.${macOf(key, payload)}@${domain}>`;
}

/** What a Message-ID names, undefined where it is not one of ours. */
export function readMessageId(keys: readonly Buffer[], text: string): MailRef | undefined {
  const [, letter = '', id = '', mac = ''] = MESSAGE_ID.exec(text) ?? [];
  const payload = `${letter}.${id}`;
  const genuine = keys.some((key) => {
    const expected = macOf(key, payload);
    return mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected));
  });
  if (!genuine) return undefined;
  return { kind: letter === 'd' ? 'delivery' : 'letter', id: Number.parseInt(id, 36) };
}
