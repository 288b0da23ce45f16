import type { Language } from '#ui/words.ts';
import { MailFrame, renderMail } from './mail-frame.tsx';
import { INK, sans, serif } from './mail-style.ts';
import { wrapText } from './wrap-text.ts';

/** A mail that says one thing and asks for one click. */
export type LetterView = {
  language: Language;
  paper: { name: string; href: string };
  subject: string;
  title: string;
  text: string;
  button: { label: string; href: string };
  /** What happens when nothing is done. */
  note: string;
};

/** The two parts of a letter. */
export function renderLetter(view: LetterView): { subject: string; html: string; text: string } {
  const text = [
    view.paper.name,
    wrapText(view.text),
    `${view.button.label}:\n${view.button.href}`,
    wrapText(view.note),
  ];
  return {
    subject: view.subject,
    html: renderMail(<LetterMail view={view} />),
    text: `${text.join('\n\n')}\n`,
  };
}

function LetterMail({ view }: { view: LetterView }) {
  const { language } = view;
  return (
    <MailFrame
      language={language}
      title={view.subject}
      preview={view.text}
      paper={view.paper}
      dateline={[view.title]}
      footer={null}
    >
      <p style={{ ...serif(language, 18, 1.5), margin: '0 0 22px' }}>{view.text}</p>
      <p style={{ margin: '0 0 22px' }}>
        <a
          href={view.button.href}
          className="button"
          style={{
            ...sans(language, 16, 1.3),
            display: 'inline-block',
            padding: '13px 22px',
            fontWeight: 600,
            textDecoration: 'none',
            color: INK.paper,
            backgroundColor: INK.accent,
          }}
        >
          {view.button.label}
        </a>
      </p>
      <p className="soft" style={{ ...sans(language, 14, 1.5), margin: 0, color: INK.soft }}>
        {view.note}
      </p>
    </MailFrame>
  );
}
