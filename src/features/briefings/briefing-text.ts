import type { BriefingMailProps } from './briefing-mail.tsx';
import type { MailStory } from './briefing-view.ts';
import { mailWords } from './mail-words.ts';
import { underlined, wrapText } from './wrap-text.ts';

/** A briefing as plain text: what those read who read mail as text, and what screens show of it in a list. */
export function toBriefingText({ view, corrections, links }: BriefingMailProps): string {
  const words = mailWords(view.language);
  const parts = [
    underlined(view.paper.name, '='),
    `${words.briefing} · ${view.day}`,
    ...(corrections.length > 0
      ? [
          underlined(words.corrections),
          ...corrections.map(({ headline, text, href }) => `${wrapText(`${headline}. ${text}`)}\n${href}`),
        ]
      : []),
    storyText(view.lead),
    ...view.sections.flatMap(({ name, stories }) => [underlined(name), ...stories.map(storyText)]),
    footerText(view, links),
  ];
  return `${parts.join('\n\n')}\n`;
}

const storyText = ({ headline, excerpt, href }: MailStory): string =>
  [wrapText(headline), excerpt && wrapText(excerpt, '  '), `  ${href}`].filter(Boolean).join('\n');

/** The same foot under every mail of a list; `-- ` is the mark that mail programs know a signature by. */
export function footerText(
  { language, paper, demo }: Pick<BriefingMailProps['view'], 'language' | 'paper' | 'demo'>,
  links: BriefingMailProps['links'],
): string {
  const words = mailWords(language);
  return [
    '-- ',
    wrapText(words.why(paper.name)),
    `${words.preferences}:\n${links.preferences}`,
    `${words.unsubscribe}:\n${links.unsubscribe}`,
    ...(demo ? [wrapText(demo)] : []),
  ].join('\n');
}
