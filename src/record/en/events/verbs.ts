/** Verbs of what can stand in a diary: someone does it on a day, and afterwards one can say whether it took place. */
const PLANNED = new Set(
  `visit meet hold host travel arrive depart leave return convene gather attend open launch begin start resume sign vote testify appear address
deliver unveil announce publish release hear rule decide inaugurate swear face stand retire resign step join play fight perform tour march strike
protest celebrate mark premiere screen debut run close end expire halt take go come head fly receive present introduce submit file discuss brief
speak conduct stage kick conclude complete finish hand issue land dock lift welcome`.split(/\s+/),
);
export const isPlannedVerb = (low: string): boolean => PLANNED.has(low);

/** Verbs that plan only with what follows: "take place", "take office", "go on trial", "come into force", "run for". */
const NEEDS: Record<string, RegExp> = {
  take: /^(place|office|effect|part|over|up|off|the|a)$/,
  go: /^(on|to|into|ahead|before)$/,
  come: /^(into|to|here|before)$/,
  run: /^(for|until|through|from)$/,
  step: /^(down)$/,
  stand: /^(trial|for)$/,
  face: /^(trial|a|an|the|off)$/,
  end: /^(on|in|at|\.|,)$/,
  mark: /^(the|its|his|her|their)$/,
};
export const isEventVerb = (low: string, next: string): boolean =>
  isPlannedVerb(low) && (NEEDS[low]?.test(next) ?? true);

/** Nouns of happenings: "the talks are scheduled for Tuesday". */
const HAPPENINGS = new Set(
  `visit meeting talks summit conference hearing trial election elections vote referendum ceremony concert festival match game race final launch opening
funeral inauguration exhibition debate session speech address rally protest march strike auction release premiere tour trip sentencing verdict
ruling decision briefing announcement exercise exercises drill drills negotiations round parade wedding event deadline`.split(
    /\s+/,
  ),
);
export const isHappening = (low: string): boolean => HAPPENINGS.has(low);
