/** Verbs of what can stand in a diary: someone does it on a day, and afterwards one can say whether it took place. */
const DIARY = `visit meet hold host travel arrive depart leave return convene gather attend open reopen launch begin start resume sign vote testify appear
address deliver unveil announce publish release hear rule decide inaugurate swear stand retire resign step join play fight perform tour march strike
protest celebrate mark premiere screen debut run close end expire halt take go come head fly sail receive present introduce submit file discuss brief speak
conduct stage kick conclude complete finish hand issue land dock lift welcome elect choose pick name appoint marry wed bury negotiate chair participate compete
contest debate question interview inspect review campaign rally demonstrate boycott picket walk extradite deport sentence arraign try surrender evacuate withdraw
deploy dispatch test restore suspend impose scrap abolish ban implement adopt approve ratify pass auction demolish relocate air broadcast stream
reveal honor honour award commemorate lay install crown dedicate dismantle destroy execute play tackle face vie meet unite drill exhibit show lecture observe
consider confirm ship roll sell host pay send give move transfer free invite recall reconvene report undergo hike announce tee square`;

/** Forms that no rule gives. */
const IRREGULAR: Record<string, readonly [past: string, participle?: string]> = {
  meet: ['met'],
  hold: ['held'],
  leave: ['left'],
  begin: ['began', 'begun'],
  hear: ['heard'],
  swear: ['swore', 'sworn'],
  stand: ['stood'],
  fight: ['fought'],
  strike: ['struck'],
  run: ['ran', 'run'],
  take: ['took', 'taken'],
  go: ['went', 'gone'],
  come: ['came', 'come'],
  fly: ['flew', 'flown'],
  speak: ['spoke', 'spoken'],
  choose: ['chose', 'chosen'],
  lay: ['laid'],
  show: ['showed', 'shown'],
  send: ['sent'],
  give: ['gave', 'given'],
  sell: ['sold'],
  pay: ['paid'],
  undergo: ['underwent', 'undergone'],
  withdraw: ['withdrew', 'withdrawn'],
  broadcast: ['broadcast'],
  bury: ['buried'],
};
const DOUBLED = new Set('run step scrap submit ship ban begin transfer wed'.split(' '));

type Form = 'base' | 's' | 'ing' | 'past' | 'participle';
const FORMS = new Map<string, { base: string; form: Form }[]>();
/** All forms of all diary verbs. */
export const DIARY_FORMS: { text: string; form: Form }[] = [];

function addForms(base: string): void {
  const add = (text: string, form: Form): void => {
    const known = FORMS.get(text) ?? [];
    FORMS.set(text, [...known, { base, form }]);
    DIARY_FORMS.push({ text, form });
  };
  const stem = DOUBLED.has(base) ? base + base.at(-1) : base.endsWith('e') ? base.slice(0, -1) : base;
  const y = /[^aeiou]y$/.test(base);
  add(base, 'base');
  add(y ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`, 's');
  add(`${stem}ing`, 'ing');
  if (base === 'travel') add('travelling', 'ing');
  const [past, participle] = IRREGULAR[base] ?? [y ? `${base.slice(0, -1)}ied` : `${stem}ed`];
  add(past, 'past');
  if (base === 'travel') add('travelled', 'past');
  add(participle ?? past, 'participle');
}
for (const base of new Set(DIARY.split(/\s+/))) addForms(base);

/** The diary verb that a lower-case word is a form of. */
export const diaryVerb = (low: string, form: Form): string | undefined =>
  FORMS.get(low)?.find((found) => found.form === form)?.base;

/** Verbs that tell what will be and not what someone plans for a day: forecasts, states, needs. */
const NEVER = new Set(
  `be have need remain rise fall grow increase decrease drop decline climb slow shrink cost exceed reach total average depend affect cause help allow enable
make become seem know see feel think believe hope want like love continue rain snow improve worsen benefit suffer struggle survive happen matter mean bring
keep hit say tell look seek aim work live die get double triple account contribute require create result include contain provide serve impact boost hurt
harm ensure change lose beat fail succeed stay last hover average soar plunge jump ease tighten dominate follow find come-true lead try use prove enjoy
understand realize realise recover rebound gain miss add exist belong likely never probably eventually let put set not do spend earn face-up turn bear
generate save reduce protect prevent strengthen weaken support drive accelerate expect
a an the his her its their this that these those one two three four five some any each every another our your my`.split(
    /\s+/,
  ),
);

/** Verbs that plan only with what follows: "take place", "take office", "go on trial", "come into force", "run for". */
const NEEDS: Record<string, RegExp> = {
  take: /^(place|office|effect|part|over|up|off|the|a|questions|delivery|command|control|charge|his|her|their)$/,
  go: /^(on|to|into|ahead|before|back|head|live)$/,
  come: /^(into|to|here|before|for|back)$/,
  run: /^(for|until|through|from|in)$/,
  step: /^(down|aside|in)$/,
  stand: /^(trial|for|in|down|before)$/,
  face: /^(trial|a|an|the|off|his|her|its|their|charges|court|questions|[a-z]+s)$/,
  end: /^(on|in|at|its|his|her|their|the|a|\.|,)$/,
  mark: /^(the|its|his|her|their|one|two|[a-z]+)$/,
  show: /^(off|the|a|its|his|her)$/,
  give: /^(a|an|evidence|testimony|the|his|her|its|birth|up)$/,
  pay: /^(a|tribute|his|her|respects)$/,
  move: /^(to|into|out|ahead)$/,
  walk: /^(out|off)$/,
  try: /^(to-never)$/,
  test: /^(a|an|the|its|[a-z-]+)$/,
  report: /^(to|its|earnings|results|on|third|second|first|fourth|quarterly)$/,
};

/** Whether a base form tells a thing for the diary; `named` where somebody with a name does it, of whom more can be planned. */
export const isEventVerb = (low: string, next: string, named: boolean): boolean =>
  diaryVerb(low, 'base') !== undefined
    ? (NEEDS[low]?.test(next) ?? true)
    : named && /^[a-z][a-z-]+$/.test(low) && !NEVER.has(low) && !low.endsWith('ly');

/** Participles after "will be": what is done to a thing or a person on a day. */
const DONE = new Set(
  `held sworn launched opened reopened unveiled released published signed announced inaugurated screened buried sentenced hosted staged tried played auctioned
laid presented delivered heard convened elected chosen appointed named released freed transferred deported extradited executed arraigned questioned
broadcast aired televised streamed awarded honored honoured introduced implemented imposed lifted suspended closed shut demolished completed finished
submitted discussed debated voted reviewed ratified approved adopted decided revealed broadcast conducted installed crowned dedicated commemorated celebrated
marked observed resumed scrapped abolished banned withdrawn deployed dispatched evacuated moved relocated replaced reinstated joined led chaired moderated attended
accompanied dealt put flown summoned canonized beatified charged handed counted interviewed admitted cremated interred`.split(
    /\s+/,
  ),
);
/** States and judgements in the passive, which nobody does on a day. */
const UNDATED =
  /^(remembered|missed|needed|affected|allowed|forced|based|required|expected|considered|called|seen|known|limited|supposed|made|hit|used|believed|offered|given|able|left|concerned|pleased|faced|followed|replaced|encouraged)$/;
export const isDoneToSomebody = (low: string): boolean => /(?:ed|en|wn)$/.test(low) && !UNDATED.test(low);
export const isDone = (low: string): boolean => DONE.has(low);

/** In the present these tell of a day to come: "arrives Thursday", "the trial begins on Monday". */
const TIMETABLED = new Set(
  `arrive leave depart begin start open reopen resume convene meet vote visit host hold travel face return play close end expire launch gather head kick take fly
premiere debut go appear reconvene retire step run conclude hear rule release publish unveil announce address speak tour join attend elect mark celebrate present deliver come`.split(
    /\s+/,
  ),
);
/** The base of a present form of such a verb, singular or plural. */
export const timetabledVerb = (low: string): string | undefined => {
  const base = diaryVerb(low, 's') ?? diaryVerb(low, 'base');
  return base !== undefined && TIMETABLED.has(base) ? base : undefined;
};

/** Verbs that bring somebody to a place: two of them on one day are one journey. */
const JOURNEYS = new Set('visit come arrive travel go head fly tour be return land sail'.split(' '));
export const isJourney = (base: string): boolean => JOURNEYS.has(base);

/** What has taken place once it is told in the past with its day. */
const PAST = new Set(
  `visit meet hold host travel arrive depart leave return convene gather attend open reopen launch begin start resume sign vote testify appear address unveil
publish release inaugurate retire resign step join perform tour march strike protest premiere fly land conduct stage conclude elect bury marry speak deliver
deploy withdraw approve ratify adopt pass extradite deport free suspend lift ban`.split(/\s+/),
);
export const isPastEvent = (base: string): boolean => PAST.has(base);
