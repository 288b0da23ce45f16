import { confirmMove } from '#features/briefings/briefings.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import { closedLink } from './closed-link.tsx';
import type { LinkPages } from './link-pages.ts';
import { privatePage } from './private-page.ts';
import { StepPage } from './step.page.tsx';
import { toPrivateFrame, wordsFor } from './subscribe.view.ts';

/** The link of the letter to a new address. */
export const movePages: LinkPages = {
  show: (context, { link }) => {
    const words = wordsFor(context);
    return privatePage(
      <StepPage
        {...toPrivateFrame(context, words.moveConfirm)}
        title={words.moveConfirm}
        text={words.moveConfirmText(link.detail ?? '')}
        button={words.moveConfirmButton}
      />,
    );
  },
  act: async (context, { link, subscriber }) => {
    const to = parseMailAddress(link.detail ?? '');
    if (!to) return closedLink(context, 'spent');
    await confirmMove(context.db, subscriber, to, context.now());
    const words = wordsFor(context);
    return privatePage(
      <StepPage {...toPrivateFrame(context, words.moved)} title={words.moved} text={words.movedText} />,
    );
  },
};
