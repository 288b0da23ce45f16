export { announcePaper, PAPER_KEY } from './announce-paper.ts';
export { findEdition, listEditions, saveEdition } from './editions.repo.ts';
export { ensureEdition } from './ensure-edition.ts';
export { ensureSection, isOwnPage } from './ensure-section.ts';
export { TOP_SUBJECTS } from './media-topics.ts';
export { renameSection } from './rename-section.ts';
export {
  findSectionByAlias,
  findSectionById,
  listSections,
  saveSection,
} from './sections.repo.ts';
export { type SetEdition, setEdition } from './set-edition.ts';
export { canonicalCode, codesUpwards, isRetired, subjectName } from './subject-code.ts';
export { listSubjects, readSubjectMaps, removeSubject, saveSubject } from './subject-map.repo.ts';
export { type MappedSubjects, mapSubjects, type SubjectMap, usualSection } from './subject-map.ts';
export type { EditionRow, SectionRow, TopicRow } from './taxonomy.tables.ts';
export { ensureTopics, findTopic, findTopicsNamed, listTopics, saveTopic } from './topics.repo.ts';
