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
        <section className="day" aria-labelledby="roles">
          <h2 className="rubric" id="roles">
            {words.roles}
          </h2>
          <ul>
            {roles.map((role) => (
              <Role key={role.role} {...role} />
            ))}
          </ul>
        </section>
      )}
      {said.length > 0 && (
        <section className="day" aria-labelledby="said">
          <h2 className="rubric" id="said">
            {words.said}
          </h2>
          <ul>
            {said.map((one) => (
              <Said key={one.href} {...one} />
            ))}
          </ul>
        </section>
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
