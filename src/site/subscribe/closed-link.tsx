import type { ClosedLink } from '#features/briefings/briefings.ts';
import type { EditionContext } from '../site-context.ts';
import { privatePage } from './private-page.ts';
import { StepPage } from './step.page.tsx';
import { formPath, toPrivateFrame, wordsFor } from './subscribe.view.ts';

/** The page at a link that opens nothing, with the way to a new one. */
export function closedLink(context: EditionContext, why: ClosedLink): Response {
  const words = wordsFor(context);
  return privatePage(
    <StepPage
      {...toPrivateFrame(context, words.closed[why])}
      title={words.closed[why]}
      text={words.closedText[why]}
      link={{ href: formPath(context), label: words.startAgain }}
    />,
    why === 'forged' ? 404 : 410,
  );
}
