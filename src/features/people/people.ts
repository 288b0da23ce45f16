export { backfillPeople } from './backfill-people.ts';
export { type EditPerson, editPerson } from './edit-person.ts';
export { followArticle } from './follow-article.ts';
export { personKey } from './person-keys.ts';
export { type Giving, type PersonPage, readPerson } from './read-person.ts';
export {
  type ListedPerson,
  listPeople,
  listPersonBlock,
  listPersonBlocks,
  listSpeakers,
} from './shown-people.repo.ts';
