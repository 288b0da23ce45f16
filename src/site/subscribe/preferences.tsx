import {
  askMove,
  chooseLists,
  deleteSubscriber,
  endSubscriptions,
  type OpenedLink,
  readSubscriber,
  setPaused,
} from '#features/briefings/briefings.ts';
import { AppError } from '#lib/errors.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import type { EditionContext } from '../site-context.ts';
import type { LinkPages } from './link-pages.ts';
import { PAUSES, PreferencesPage, type PreferencesProps } from './preferences.page.tsx';
import { privatePage } from './private-page.ts';
import { StepPage } from './step.page.tsx';
import { toPreferencesProps, toPrivateFrame, wordsFor } from './subscribe.view.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** The page on which a reader changes what they get; its buttons say what they do in the field `act`. */
export const preferencesPages: LinkPages = {
  show: (context, opened) => answer(context, opened, {}),
  act: async (context, opened, form) => {
    const act = String(form.get('act') ?? '');
    if (act === 'erase') return erase(context, opened);
    const said = await ACTS[act]?.(context, opened, form);
    if (!said) throw new AppError('bad_input', 'The form says nothing that can be done.');
    return answer(context, opened, said);
  },
};

type Said = Pick<PreferencesProps, 'done' | 'problem'>;
type Act = (context: EditionContext, opened: OpenedLink, form: FormData) => Promise<Said>;

const ACTS: Record<string, Act> = {
  lists: async (context, { subscriber }, form) => {
    const { lists } = await readSubscriber(context.db, subscriber, context.now());
    const chosen = new Set(form.getAll('list').map(Number));
    const wanted = lists.map(({ list }) => list.id).filter((id) => chosen.has(id));
    await chooseLists(context.db, subscriber.id, wanted, context.now());
    return { done: wordsFor(context).saved };
  },
  pause: async (context, { subscriber }, form) => {
    const weeks = Number(form.get('weeks'));
    const known = weeks === 0 || PAUSES.some((one) => one === weeks);
    if (!known) throw new AppError('bad_input', 'A pause takes 1, 2 or 4 weeks.');
    const until = weeks === 0 ? null : new Date(context.now().getTime() + weeks * WEEK_MS);
    await setPaused(context.db, subscriber.id, until);
    return { done: wordsFor(context).saved };
  },
  move: async (context, { subscriber }, form) => {
    const to = parseMailAddress(String(form.get('address') ?? ''));
    if (!to) return { problem: wordsFor(context).invalid };
    await askMove(context.db, subscriber, to, context.now());
    return { done: wordsFor(context).moveAsked };
  },
  end: async (context, { subscriber }) => {
    await endSubscriptions(context.db, { subscriberId: subscriber.id }, 'unsubscribed', context.now());
    return { done: wordsFor(context).unsubscribed };
  },
};

async function answer(context: EditionContext, { subscriber }: OpenedLink, said: Said): Promise<Response> {
  const view = await readSubscriber(context.db, subscriber, context.now());
  return privatePage(
    <PreferencesPage {...toPreferencesProps(context, view, said)} />,
    said.problem ? 422 : 200,
  );
}

async function erase(context: EditionContext, { subscriber }: OpenedLink): Promise<Response> {
  await deleteSubscriber(context.db, subscriber.id);
  const words = wordsFor(context);
  return privatePage(
    <StepPage {...toPrivateFrame(context, words.erased)} title={words.erased} text={words.erasedText} />,
  );
}
