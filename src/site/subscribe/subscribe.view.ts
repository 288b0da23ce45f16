import type { SubscriberView } from '#features/briefings/briefings.ts';
import { editionDates, toLanguage } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import type { PageFrame } from '../layout/layout.props.ts';
import type { EditionContext } from '../site-context.ts';
import type { PreferencesProps } from './preferences.page.tsx';
import type { SubscribeProps } from './subscribe.page.tsx';
import { type SubscribeWords, subscribeWords } from './subscribe-words.ts';

export const wordsFor = ({ edition }: EditionContext): SubscribeWords =>
  subscribeWords(toLanguage(edition.language));

export const formPath = ({ edition }: EditionContext): string => `${edition.prefix}/subscribe`;

export function toSubscribeProps(
  context: EditionContext,
  again: Pick<SubscribeProps, 'address' | 'problem'> = {},
): SubscribeProps {
  const words = wordsFor(context);
  const frame = toFrame(context, {
    title: words.title,
    description: words.deck(context.edition.name),
    path: formPath(context),
    translations: context.paper.editions
      .filter(({ code }) => code !== context.edition.code)
      .map(({ code, prefix }) => ({ edition: code, path: `${prefix}/subscribe` })),
  });
  return { ...frame, ...again, action: formPath(context) };
}

/** The frame of a page that is one reader's own: its address is a secret, and it is nothing for search engines. */
export const toPrivateFrame = (context: EditionContext, title: string): PageFrame =>
  toFrame(context, { title, path: formPath(context), head: { robots: 'noindex, nofollow', feeds: [] } });

export function toPreferencesProps(
  context: EditionContext,
  view: SubscriberView,
  said: Pick<PreferencesProps, 'done' | 'problem'>,
): PreferencesProps {
  const { pausedUntil } = view;
  return {
    ...toPrivateFrame(context, wordsFor(context).preferences),
    ...said,
    address: view.subscriber.address,
    lists: view.lists.flatMap(({ list, active }) => {
      const edition = context.paper.editions.find(({ code }) => code === list.edition);
      if (!edition) return [];
      const language = toLanguage(edition.language);
      return [{ id: list.id, language, active, label: `${edition.name}: ${subscribeWords(language).title}` }];
    }),
    pausedUntil: pausedUntil && editionDates(context.edition).day(pausedUntil).label,
  };
}
