import type { Language } from '#ui/words.ts';
import type { BriefingView, MailCorrection, MailPicture, MailStory } from './briefing-view.ts';
import { MailFooter } from './mail-footer.tsx';
import { MailFrame } from './mail-frame.tsx';
import { INK, sans, serif } from './mail-style.ts';
import { mailWords } from './mail-words.ts';

export type BriefingMailProps = {
  view: BriefingView;
  corrections: readonly MailCorrection[];
  links: { preferences: string; unsubscribe: string };
};

export function BriefingMail({ view, corrections, links }: BriefingMailProps) {
  const { language, paper, lead, sections } = view;
  const words = mailWords(language);
  return (
    <MailFrame
      language={language}
      title={words.subject(lead.headline)}
      preview={lead.excerpt}
      paper={paper}
      dateline={[view.day, words.briefing]}
      footer={<MailFooter language={language} paper={paper} {...links} demo={view.demo} />}
    >
      {corrections.length > 0 && <Corrections language={language} corrections={corrections} />}
      <Lead language={language} story={lead} />
      {sections.map(({ name, stories }) => (
        <div key={name}>
          <Rubric language={language} name={name} />
          {stories.map((story) => (
            <Story key={story.href} language={language} story={story} />
          ))}
        </div>
      ))}
    </MailFrame>
  );
}

const inkLink = { color: INK.ink, textDecoration: 'none' };

function Rubric({ language, name }: { language: Language; name: string }) {
  return (
    <h2
      className="accent rules"
      style={{
        ...sans(language, 14, 1.3),
        fontWeight: 600,
        margin: '34px 0 14px',
        paddingTop: 10,
        color: INK.accent,
        borderTop: `1px solid ${INK.ink}`,
      }}
    >
      {name}
    </h2>
  );
}

function Lead({ language, story }: { language: Language; story: MailStory }) {
  const { picture } = story;
  return (
    <div>
      <h1
        className="lead"
        style={{
          ...serif(language, 30, 1.15),
          fontWeight: 500,
          margin: '0 0 10px',
          letterSpacing: '-0.01em',
        }}
      >
        <a href={story.href} className="ink" style={inkLink}>
          {story.headline}
        </a>
      </h1>
      {picture && (
        <a href={story.href}>
          <img
            src={picture.src}
            width={600}
            height={Math.round((600 * picture.height) / picture.width)}
            alt={picture.alt}
            style={{ display: 'block', width: '100%', height: 'auto', border: 0, margin: '4px 0 14px' }}
          />
        </a>
      )}
      <p style={{ ...serif(language, 18, 1.5), margin: 0 }}>{story.excerpt}</p>
      <Credit language={language} credit={story.credit} picture={picture} />
    </div>
  );
}

type CreditProps = { language: Language; credit: string; picture?: MailPicture };

function Credit({ language, credit, picture }: CreditProps) {
  const of = picture?.isPhoto && picture.credit ? mailWords(language).photo(picture.credit) : picture?.credit;
  const parts = [credit, of].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="soft" style={{ ...sans(language, 13, 1.4), margin: '8px 0 0', color: INK.soft }}>
      {parts.join(' · ')}
    </p>
  );
}

function Story({ language, story }: { language: Language; story: MailStory }) {
  return (
    <div style={{ marginBottom: 18 }}>
      <h3 style={{ ...serif(language, 20, 1.25), fontWeight: 500, margin: '0 0 4px' }}>
        <a href={story.href} className="ink" style={inkLink}>
          {story.headline}
        </a>
      </h3>
      {story.excerpt && (
        <p className="soft" style={{ ...serif(language, 16, 1.45), margin: 0, color: INK.soft }}>
          {story.excerpt}
        </p>
      )}
    </div>
  );
}

function Corrections({
  language,
  corrections,
}: {
  language: Language;
  corrections: readonly MailCorrection[];
}) {
  const words = mailWords(language);
  return (
    <div
      className="mark"
      style={{ margin: '0 0 26px', paddingLeft: 14, borderLeft: `3px solid ${INK.accent}` }}
    >
      <p style={{ ...sans(language, 14, 1.4), margin: '0 0 6px' }}>
        <b className="accent" style={{ color: INK.accent, fontWeight: 600 }}>
          {words.corrections}.
        </b>{' '}
        <span className="soft" style={{ color: INK.soft }}>
          {words.correctionsNote}
        </span>
      </p>
      {corrections.map((one) => (
        <p key={one.href + one.text} style={{ ...serif(language, 16, 1.45), margin: '0 0 8px' }}>
          <a href={one.href} className="ink" style={{ color: INK.ink, textDecoration: 'underline' }}>
            {one.headline}
          </a>
          {'. '}
          {one.text}
        </p>
      ))}
    </div>
  );
}
