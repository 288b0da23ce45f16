import { confirmSubscription, ensureListOf } from '#features/briefings/briefings.ts';
import type { EditionContext } from '../site-context.ts';
import { closedLink } from './closed-link.tsx';
import type { LinkPages } from './link-pages.ts';
import { privatePage } from './private-page.ts';
import { StepPage } from './step.page.tsx';
import { toPrivateFrame, wordsFor } from './subscribe.view.ts';

/** The link of a confirmation letter. */
export const confirmPages: LinkPages = {
  show: (context) => {
    const words = wordsFor(context);
    return privatePage(
      <StepPage
        {...toPrivateFrame(context, words.confirm)}
        title={words.confirm}
        text={words.confirmText(context.edition.name)}
        button={words.confirmButton}
      />,
    );
  },
  act: async (context, opened) => {
    if (!(await confirmSubscription(context.db, opened, context.now()))) return closedLink(context, 'spent');
    const words = wordsFor(context);
    return privatePage(
      <StepPage
        {...toPrivateFrame(context, words.confirmed)}
        title={words.confirmed}
        text={words.confirmedText(await hourOf(context))}
      />,
    );
  },
};

async function hourOf({ db, edition, now }: EditionContext): Promise<string> {
  const { hour } = await ensureListOf(db, edition.code, now());
  return `${String(hour).padStart(2, '0')}:00`;
}
