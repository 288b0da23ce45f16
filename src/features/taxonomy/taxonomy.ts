export { announcePaper, PAPER_KEY } from './announce-paper.ts';
export { findEdition, listEditions, saveEdition } from './editions.repo.ts';
export { ensureEdition } from './ensure-edition.ts';
export { ensureSection } from './ensure-section.ts';
export { renameSection } from './rename-section.ts';
export {
  findSectionByAlias,
  findSectionById,
  listSections,
  saveSection,
} from './sections.repo.ts';
export { type SetEdition, setEdition } from './set-edition.ts';
export type { EditionRow, SectionRow, TopicRow } from './taxonomy.tables.ts';
export { findTopic, findTopicsNamed, listTopics, saveTopic } from './topics.repo.ts';
