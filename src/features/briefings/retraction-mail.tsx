import type { Language } from '#ui/words.ts';
import { footerText } from './briefing-text.ts';
import { MailFooter } from './mail-footer.tsx';
import { MailFrame } from './mail-frame.tsx';
import { INK, sans, serif } from './mail-style.ts';
import { mailWords } from './mail-words.ts';
import { underlined, wrapText } from './wrap-text.ts';

export type RetractionView = {
  language: Language;
  paper: { name: string; href: string };
  headline: string;
  href: string;
  /** What was wrong, as the paper's own page says it; may be empty. */
  note: string;
  /** The day of the retraction, as a reader reads it. */
  day: string;
  /** The day on which the story was mailed. */
  mailedOn: string;
  demo?: string;
};

export type RetractionMailProps = {
  view: RetractionView;
  links: { preferences: string; unsubscribe: string };
};

export function RetractionMail({ view, links }: RetractionMailProps) {
  const { language, paper } = view;
  const words = mailWords(language);
  return (
    <MailFrame
      language={language}
      title={words.retractionSubject(view.headline)}
      preview={words.retractionText(view.mailedOn)}
      paper={paper}
      dateline={[view.day, words.retraction]}
      footer={<MailFooter language={language} paper={paper} {...links} demo={view.demo} />}
    >
      <p style={{ ...serif(language, 18, 1.5), margin: '0 0 18px' }}>{words.retractionText(view.mailedOn)}</p>
      <h1 className="lead" style={{ ...serif(language, 26, 1.25), fontWeight: 500, margin: '0 0 14px' }}>
        <s style={{ textDecorationColor: INK.accent }}>{view.headline}</s>
      </h1>
      <p style={{ ...serif(language, 18, 1.5), margin: '0 0 18px' }}>
        {view.note || words.retractionWithoutNote}
      </p>
      <p style={{ ...sans(language, 15, 1.4), margin: 0 }}>
        <a href={view.href} className="accent" style={{ color: INK.accent, textDecoration: 'underline' }}>
          {words.retractionPage}
        </a>
      </p>
    </MailFrame>
  );
}

/** The notice as plain text. */
export function toRetractionText({ view, links }: RetractionMailProps): string {
  const words = mailWords(view.language);
  const parts = [
    underlined(view.paper.name, '='),
    `${words.retraction} · ${view.day}`,
    wrapText(words.retractionText(view.mailedOn)),
    wrapText(view.headline, '  '),
    wrapText(view.note || words.retractionWithoutNote),
    `${words.retractionPage}:\n${view.href}`,
    footerText(view, links),
  ];
  return `${parts.join('\n\n')}\n`;
}
