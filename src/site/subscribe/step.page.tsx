import type { Link, PageFrame } from '../layout/layout.props.ts';
import { Layout } from '../layout/layout.tsx';
import { Title } from '../layout/title.tsx';

/** A page that says one thing, and may ask for one click or point somewhere. */
export type StepProps = PageFrame & {
  title: string;
  text: string;
  /** Posts to the address of the page itself. */
  button?: string;
  link?: Link;
};

export function StepPage({ title, text, button, link, ...frame }: StepProps) {
  return (
    <Layout frame={frame} kind="subscribe">
      <Title site={frame.site} title={title} />
      <p className="step">{text}</p>
      {button && (
        <form method="post">
          <button type="submit">{button}</button>
        </form>
      )}
      {link && (
        <p className="step">
          <a href={link.href}>{link.label}</a>
        </p>
      )}
    </Layout>
  );
}
