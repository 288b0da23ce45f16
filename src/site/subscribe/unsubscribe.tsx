import { endSubscriptions } from '#features/briefings/briefings.ts';
import type { LinkPages } from './link-pages.ts';
import { privatePage } from './private-page.ts';
import { StepPage } from './step.page.tsx';
import { formPath, toPrivateFrame, wordsFor } from './subscribe.view.ts';

/** The link of every mail's List-Unsubscribe (RFC 8058): a mail program posts to it, a person who follows it is asked first. */
export const unsubscribePages: LinkPages = {
  show: (context) => {
    const words = wordsFor(context);
    return privatePage(
      <StepPage
        {...toPrivateFrame(context, words.unsubscribe)}
        title={words.unsubscribe}
        text={words.unsubscribeText(context.edition.name)}
        button={words.unsubscribeButton}
      />,
    );
  },
  act: async (context, { link }) => {
    const which = { subscriberId: link.subscriber, listId: link.list };
    await endSubscriptions(context.db, which, 'unsubscribed', context.now());
    const words = wordsFor(context);
    return privatePage(
      <StepPage
        {...toPrivateFrame(context, words.unsubscribed)}
        title={words.unsubscribed}
        text={words.unsubscribedText}
        link={{ href: formPath(context), label: words.title }}
      />,
    );
  },
};
