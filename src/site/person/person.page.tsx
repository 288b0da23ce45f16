import type { ReactNode } from 'react';
import { Time } from '#ui/when.tsx';
import { Layout } from '../layout/layout.tsx';
import { Pager } from '../layout/pager.tsx';
import { StoryList } from '../layout/story-list.tsx';
import { Title } from '../layout/title.tsx';
import type { GivenProps, PersonProps, RoleProps, SaidProps } from './person.props.ts';
import { personWords } from './person-words.ts';

/** A person as the paper has named them: roles with their days, words, articles. */
export function PersonPage({
  name,
  deck,
  remarks,
  roles,
  said,
  stories,
  newer,
  older,
  ...frame
}: PersonProps) {
  const words = personWords(frame.site.language);
  return (
    <Layout frame={frame} kind="person">
      <Title site={frame.site} title={name} deck={deck} />
      {remarks.map((remark) => (
        <p key={remark} className="furniture remark">
          {remark}
        </p>
      ))}
      {roles.length > 0 && (
        <Part id="roles" title={words.roles}>
          {roles.map((role) => (
            <Role key={role.role} {...role} />
          ))}
        </Part>
      )}
      {said.length > 0 && (
        <Part id="said" title={words.said}>
          {said.map((one) => (
            <Said key={one.href} {...one} />
          ))}
        </Part>
      )}
      <section className="articles" aria-labelledby="articles">
        <h2 className="rubric" id="articles">
          {words.articles}
        </h2>
        <StoryList stories={stories} />
      </section>
      <Pager site={frame.site} newer={newer} older={older} />
    </Layout>
  );
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="day" aria-labelledby={id}>
    <h2 className="rubric" id={id}>
      {title}
    </h2>
    <ul>{children}</ul>
  </section>
);

const Role = ({ role, first, last }: RoleProps) => (
  <li className="entry">
    <h3>{role}</h3>
    <p className="furniture">
      <Given {...first} />
      {last && (
        <>
          {' – '}
          <Given {...last} />
        </>
      )}
    </p>
  </li>
);

const Said = ({ text, href, facts, article }: SaidProps) => (
  <li className="entry">
    <blockquote>
      <a href={href}>{text}</a>
    </blockquote>
    <p className="furniture">
      {facts.map((fact) => `${fact} · `)}
      <Given {...article} />
    </p>
  </li>
);

const Given = ({ when, href, headline }: GivenProps) => (
  <a href={href} title={headline}>
    <Time at={when} />
  </a>
);
