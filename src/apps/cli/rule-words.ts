import type { RuleConditions, RuleEffects } from '#features/stories/stories.ts';

/** The conditions of a rule as they are written on the command line. */
export function toConditionWords(source: string | null, conditions: RuleConditions): string {
  const { urgency, embargo, ...lists } = conditions;
  const words = [
    ...(source === null ? [] : [`source ${source}`]),
    ...(urgency
      ? [`urgency ${urgency.from === urgency.to ? urgency.from : `${urgency.from}-${urgency.to}`}`]
      : []),
    ...(embargo === undefined ? [] : [embargo ? 'embargo' : 'no embargo']),
    ...Object.entries(lists).map(([name, values]) => `${name} ${values.join(' | ')}`),
  ];
  return words.length === 0 ? 'every item' : words.join(', ');
}

/** What a rule does, or did, as a list. */
export function toEffectWords({
  section,
  topics = [],
  urgency,
  desk,
  decision,
  alert,
  stop,
}: RuleEffects): string {
  return [
    ...(decision ? [decision] : []),
    ...(section === undefined ? [] : [`section ${section}`]),
    ...topics.map((topic) => `topic ${topic}`),
    ...(urgency === undefined ? [] : [`urgency ${urgency}`]),
    ...(desk === undefined ? [] : [`desk ${desk}`]),
    ...(alert ? ['alert'] : []),
    ...(stop ? ['stop'] : []),
  ].join(', ');
}
