import { createElement } from 'react';
import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import { beginningOf } from '#lib/text.ts';
import { dateFormats } from '#ui/dates.ts';
import { wordsOf } from '#ui/words.ts';
import { BriefingMail } from './briefing-mail.tsx';
import { toBriefingText } from './briefing-text.ts';
import { type MailCorrection, type MailSite, toBriefingView } from './briefing-view.ts';
import type { BatchContent, BatchMail } from './claim-batch.ts';
import { renderMail } from './mail-frame.tsx';
import { mailLanguage, mailWords } from './mail-words.ts';
import type { DeliveryNotice } from './notices.repo.ts';
import { RetractionMail, type RetractionView, toRetractionText } from './retraction-mail.tsx';

export type MailBody = { subject: string; html: string; text: string };
/** Mail programs show some 60 characters; the rest of a long headline is in the mail. */
const SUBJECT_ROOM = 110;

type Links = { preferences: string; unsubscribe: string };

/** Stand in for a reader's own links, so that a mail is rendered once for all who get the same one. */
const PLACES: Links = {
  preferences: 'https://dateline.invalid/preferences',
  unsubscribe: 'https://dateline.invalid/unsubscribe',
};

export type ComposeMail = (content: BatchContent, mail: BatchMail, links: Links) => MailBody;
export type MailContext = {
  baseUrl: string;
  edition: EditionRow;
  sections: SectionRow[];
  /** The day that stands under the nameplate. */
  day: Date;
  /** Of a retraction: when the story was mailed. */
  mailedAt?: Date;
};

/** The mails of one send; each wording is rendered once, and then only the reader's links are put in. */
export function createComposer(context: MailContext): ComposeMail {
  const rendered = new Map<string, MailBody>();
  return (content, mail, links) => {
    const key = content.kind === 'retraction' ? 'retraction' : `${content.issue} ${noticeKey(mail.notices)}`;
    let body = rendered.get(key);
    if (!body) {
      body =
        content.kind === 'retraction'
          ? renderRetraction(context, content.retraction)
          : renderBriefing(context, content, mail.notices);
      // Sets of corrections are few, but nothing promises it.
      if (rendered.size > 200) rendered.clear();
      rendered.set(key, body);
    }
    const fill = (text: string) =>
      text
        .replaceAll(PLACES.preferences, links.preferences)
        .replaceAll(PLACES.unsubscribe, links.unsubscribe);
    return { subject: body.subject, html: fill(body.html), text: fill(body.text) };
  };
}

const noticeKey = (notices: readonly DeliveryNotice[]): string =>
  notices.map(({ article_id, revision }) => `${article_id}-${revision}`).join(' ');

type BriefingContent = Extract<BatchContent, { kind: 'briefing' }>;

function renderBriefing(
  context: MailContext,
  content: BriefingContent,
  notices: readonly DeliveryNotice[],
): MailBody {
  const view = toBriefingView(context, context.day, content.stories);
  if (!view) throw new Error('a briefing without stories cannot be rendered');
  const props = { view, corrections: toCorrections(context, content, notices), links: PLACES };
  return {
    subject: mailWords(view.language).subject(beginningOf(view.lead.headline, SUBJECT_ROOM)),
    html: renderMail(createElement(BriefingMail, props)),
    text: toBriefingText(props),
  };
}

/** The corrections that a reader has coming, as far as they can still be seen. */
function toCorrections(
  { baseUrl, edition }: MailSite,
  { corrections }: BriefingContent,
  notices: readonly DeliveryNotice[],
): MailCorrection[] {
  const words = wordsOf(mailLanguage(edition));
  return corrections
    .filter(({ id, number }) => notices.some((one) => one.article_id === id && one.revision === number))
    .map(({ headline, path, note }) => ({
      headline,
      href: baseUrl + encodeURI(path),
      text: note || words.correctedWithoutNote,
    }));
}

function renderRetraction(
  context: MailContext,
  retraction: { headline: string; path: string; note: string },
): MailBody {
  const { edition, baseUrl } = context;
  const language = mailLanguage(edition);
  const dates = dateFormats(language, edition.zone);
  const view: RetractionView = {
    language,
    paper: { name: edition.name, href: `${baseUrl}${edition.prefix || '/'}` },
    headline: retraction.headline,
    href: baseUrl + encodeURI(retraction.path),
    note: retraction.note,
    day: dates.weekday(context.day).label,
    mailedOn: dates.day(context.mailedAt ?? context.day).label,
    demo: edition.demo ? wordsOf(language).demo : undefined,
  };
  const props = { view, links: PLACES };
  return {
    subject: mailWords(language).retractionSubject(beginningOf(retraction.headline, SUBJECT_ROOM)),
    html: renderMail(createElement(RetractionMail, props)),
    text: toRetractionText(props),
  };
}
