import { type SignedLink, signLink } from './signed-link.ts';

const DAY_SECONDS = 24 * 3600;
/** How long links are good for. Unsubscribing always is: old mails lie in mailboxes for years. */
const LIFE_DAYS = { confirm: 7, move: 3, preferences: 60 } as const;

type Site = { baseUrl: string; prefix: string };

const expiry = (now: Date, days: number): number => Math.floor(now.getTime() / 1000) + days * DAY_SECONDS;

/** The address behind which a link does what it is for; `toSubscribePath` is where the site answers. */
export const subscribePath = (purpose: SignedLink['purpose']): string => `/subscribe/${purpose}`;

const toAddress = ({ baseUrl, prefix }: Site, key: Buffer, link: SignedLink): string =>
  `${baseUrl}${prefix}${subscribePath(link.purpose)}/${signLink(key, link)}`;

export const confirmAddress = (
  site: Site,
  key: Buffer,
  now: Date,
  which: { subscriber: number; list: number; round: number },
): string =>
  toAddress(site, key, {
    purpose: 'confirm',
    subscriber: which.subscriber,
    list: which.list,
    version: which.round,
    expires: expiry(now, LIFE_DAYS.confirm),
  });

/** `epoch`: such a link ends when the subscriber's address changes. */
export const preferencesAddress = (
  site: Site,
  key: Buffer,
  now: Date,
  who: { subscriber: number; epoch: number },
): string =>
  toAddress(site, key, {
    purpose: 'preferences',
    subscriber: who.subscriber,
    list: 0,
    version: who.epoch,
    expires: expiry(now, LIFE_DAYS.preferences),
  });

export const unsubscribeAddress = (
  site: Site,
  key: Buffer,
  which: { subscriber: number; list: number },
): string =>
  toAddress(site, key, {
    purpose: 'unsubscribe',
    subscriber: which.subscriber,
    list: which.list,
    version: 0,
    expires: 0,
  });

export const moveAddress = (
  site: Site,
  key: Buffer,
  now: Date,
  move: { subscriber: number; epoch: number; to: string },
): string =>
  toAddress(site, key, {
    purpose: 'move',
    subscriber: move.subscriber,
    list: 0,
    version: move.epoch,
    expires: expiry(now, LIFE_DAYS.move),
    detail: move.to,
  });
