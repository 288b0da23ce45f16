export { listClusters, type Neighbour } from './folding/clusters.ts';
export { forgetKeys, forgetKeysHandler } from './folding/forget-keys.job.ts';
export { type ChainedTake, listChain } from './folding/list-chain.ts';
export type { MergedStories } from './folding/merge-stories.ts';
export { type FoundKill, findKilled, KILL_IN_DOUBT } from './kills/find-killed.ts';
export { type AddRule, addRule } from './rules/add-rule.ts';
export { type ApplicationListing, listApplications } from './rules/applications.repo.ts';
export { findRule, moveRule, removeRule, setRuleInUse } from './rules/change-rule.ts';
export { noteRulings, type RuledTake, takeUpIgnored } from './rules/note-rulings.ts';
export { DECISIONS, type RuleConditions, type RuleEffects } from './rules/rule.ts';
export { type RuleBook, readRules, ruleItem } from './rules/rule-item.ts';
export { listRules, type RuleListing } from './rules/rules.repo.ts';
export { type RuleTrial, tryRule } from './rules/try-rule.ts';
export {
  findStory,
  findStoryForUpdate,
  insertStories,
  listStories,
  markPublished,
  markStories,
  type StoryListing,
  updateStory,
} from './stories.repo.ts';
export type { PictureReference, StoryRow, TakeRow } from './stories.tables.ts';
export { canBecome, NEVER, STORY_STATES, type StoryState } from './story.ts';
export { type NewItems, takeNewItems } from './take-new-items.ts';
export { picturesOf, type TakeWireItem } from './take-of-item.ts';
export { type TakenIn, takeWireItem } from './take-wire-item.ts';
export { findTake, insertTakes } from './takes.repo.ts';
