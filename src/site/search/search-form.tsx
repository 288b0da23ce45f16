import { LONGEST_QUERY } from '#features/search/search.ts';
import type { Choice, SearchFormProps } from './search.props.ts';
import type { SearchWords } from './search-words.ts';

type Props = { form: SearchFormProps; words: SearchWords };

/** Asks by GET, so that it works without scripts and a search has an address. */
export function SearchForm({ form, words }: Props) {
  const { params } = form;
  return (
    <search>
      <form className="search-form" action={form.action}>
        <search-suggest src={form.suggestHref} status={words.suggestions}>
          <label className="hidden" htmlFor="q">
            {words.label}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={params.q}
            maxLength={LONGEST_QUERY}
            autoComplete="off"
            enterKeyHint="search"
          />
        </search-suggest>
        <button type="submit">{words.search}</button>
        <Limits form={form} words={words} />
      </form>
    </search>
  );
}

function Limits({ form: { params, sections, topics }, words }: Props) {
  const used = Boolean(
    params.section || params.topic || params.from || params.to || params.sort === 'newest',
  );
  const orders = [{ value: 'newest', label: words.newest }];
  return (
    <details open={used}>
      <summary>{words.narrow}</summary>
      <div className="limits">
        <Select
          name="section"
          label={words.section}
          none={words.any}
          value={params.section}
          choices={sections}
        />
        {topics.length > 0 && (
          <Select name="topic" label={words.topic} none={words.any} value={params.topic} choices={topics} />
        )}
        <Day name="from" label={words.from} value={params.from} />
        <Day name="to" label={words.to} value={params.to} />
        <Select
          name="sort"
          label={words.order}
          none={words.best}
          value={params.sort === 'newest' ? 'newest' : undefined}
          choices={orders}
        />
      </div>
    </details>
  );
}

type SelectProps = { name: string; label: string; none: string; value?: string; choices: Choice[] };

const Select = ({ name, label, none, value, choices }: SelectProps) => (
  <label>
    {label}
    <select name={name} defaultValue={value ?? ''}>
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);

const Day = ({ name, label, value }: { name: string; label: string; value?: string }) => (
  <label>
    {label}
    <input type="date" name={name} defaultValue={value} />
  </label>
);
