import type { Language } from '#ui/words.ts';
import { INK, sans } from './mail-style.ts';
import { mailWords } from './mail-words.ts';

export type MailFooterProps = {
  language: Language;
  paper: { name: string; href: string };
  preferences: string;
  unsubscribe: string;
  /** Only of a demo edition. */
  demo?: string;
};

export function MailFooter({ language, paper, preferences, unsubscribe, demo }: MailFooterProps) {
  const words = mailWords(language);
  const link = { color: INK.soft, textDecoration: 'underline' };
  return (
    <div
      className="soft rules"
      style={{
        ...sans(language, 13, 1.55),
        marginTop: 40,
        paddingTop: 14,
        color: INK.soft,
        borderTop: `1px solid ${INK.ink}`,
      }}
    >
      <p style={{ margin: '0 0 8px' }}>{words.why(paper.name)}</p>
      <p style={{ margin: 0 }}>
        <a href={preferences} className="soft" style={link}>
          {words.preferences}
        </a>
        {' · '}
        <a href={unsubscribe} className="soft" style={link}>
          {words.unsubscribe}
        </a>
      </p>
      {demo && <p style={{ margin: '8px 0 0' }}>{demo}</p>}
    </div>
  );
}
