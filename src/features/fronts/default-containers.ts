import type { SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { ContainerLayout, ContainerRow } from './fronts.tables.ts';

/** The lead, three under it and four beside it. */
const LEAD_SIZE = 8;

/** How sections take turns below the lead, so that neighbours never look alike. */
const TURNS: { layout: ContainerLayout; size: number }[] = [
  { layout: 'pictures', size: 4 },
  { layout: 'columns', size: 4 },
  { layout: 'pictures', size: 4 },
  { layout: 'briefs', size: 8 },
];

/** The front of an edition that nobody has arranged: the lead over all sections, then one container a section. */
export function defaultContainers(edition: string, sections: SectionRow[]): ContainerRow[] {
  const lead: ContainerRow = {
    id: -1,
    edition,
    position: 0,
    title: '',
    layout: 'lead',
    section_id: null,
    size: LEAD_SIZE,
  };
  const rest = sections.map((section, index): ContainerRow => {
    const turn = TURNS[index % TURNS.length] ?? { layout: 'columns', size: 4 };
    return {
      id: -2 - index,
      edition,
      position: index + 1,
      title: section.name,
      section_id: section.id,
      ...turn,
    };
  });
  return [lead, ...rest];
}
