import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '#ui/words.ts';
import { DARK_AND_NARROW, INK, serif } from './mail-style.ts';

export type MailFrameProps = {
  language: Language;
  title: string;
  /** What mail readers show beside the subject. */
  preview: string;
  paper: { name: string; href: string };
  /** Under the nameplate: the day, and what this is. */
  dateline: string[];
  footer: ReactNode;
  children: ReactNode;
};

/** One table for the measure, since Outlook knows no max-width; everything else flows. */
export function MailFrame({ language, title, preview, paper, dateline, footer, children }: MailFrameProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK_AND_NARROW}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: INK.paper, color: INK.ink }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td align="center" className="margin" style={{ padding: '24px 20px 40px' }}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  border={0}
                  style={{ maxWidth: 600 }}
                >
                  <tbody>
                    <tr>
                      <td align="left" className="ink" style={{ color: INK.ink }}>
                        <Head language={language} paper={paper} dateline={dateline} />
                        {children}
                        {footer}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Head({ language, paper, dateline }: Pick<MailFrameProps, 'language' | 'paper' | 'dateline'>) {
  return (
    <>
      <p className="nameplate" style={{ ...serif(language, 38, 1.1), margin: '0 0 14px', fontWeight: 500 }}>
        <a href={paper.href} className="ink" style={{ color: INK.ink, textDecoration: 'none' }}>
          {paper.name}
        </a>
      </p>
      <p
        className="soft rules"
        style={{
          ...serif(language, 15, 1.4),
          margin: '0 0 26px',
          padding: '7px 0',
          color: INK.soft,
          borderTop: `1px solid ${INK.ink}`,
          borderBottom: `1px solid ${INK.rule}`,
        }}
      >
        {dateline.join(' · ')}
      </p>
    </>
  );
}

/** A mail's HTML part, whole. */
export const renderMail = (mail: ReactNode): string => `<!DOCTYPE html>${renderToStaticMarkup(mail)}`;
