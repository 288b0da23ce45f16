/** Forms of address tell nothing of what somebody does. */
const ADDRESS =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|madam|the|then|씨|님|양|군)(?:\.\s*|\s+|$)/iu;
/** Leader, head, member of what? */
const BARE = /^(?:leader|head|member|chief|deputy|spokes(?:man|woman|person)|director|official)$/i;
const LONGEST = 80;

/** A role as it is shown: without forms of address and an article before it; '' where nothing is left that is a role. */
export function tidyRole(role: string | undefined): string {
  let tidy = (role ?? '').replace(/\s+/gu, ' ').trim();
  for (let next = tidy.replace(ADDRESS, ''); next !== tidy; next = tidy.replace(ADDRESS, '')) tidy = next;
  // "party's leader": of which party stands elsewhere.
  tidy = tidy.replace(/[\s,;:.–—-]+$/u, '').replace(/^\p{Ll}+['’]s\s+/u, '');
  // Whose it is, or what they did, stands elsewhere in the sentence.
  if (
    /\b(?:its|his|her|their|our|my|to|who|that|which|will|would|could|is|are|was|were|has|have|had|said|says)\b/i.test(
      tidy,
    )
  )
    return '';
  const unfinished = /\s(?:of|for|the|and)$/i.test(tidy);
  const words = tidy.match(/\p{L}{3,}|[가-힣]{2,}/gu);
  return !words || unfinished || BARE.test(tidy) || tidy.length > LONGEST ? '' : tidy;
}

/** An office before a name: "Health Minister" of "Health Minister Sanne Birkov". */
const OFFICE =
  /^((?:\S+ ){0,5}(?:president|minister|premier|chancellor|secretary|senator|congressman|congresswoman|representative|mayor|governor|ambassador|judge|justice|general|colonel|captain|admiral|sergeant|professor|bishop|archbishop|cardinal|king|queen|prince|princess|coach|chairman|chairwoman|director|spokesman|spokeswoman)) (\S.*)$/i;

/** A name without an office that was taken for a part of it, and the office. */
export function splitOffice(name: string): { name: string; office: string } {
  const [, office = '', rest = name] = OFFICE.exec(name) ?? [];
  return { name: rest, office };
}

/** The same role in other letters is the same role. */
export const roleKey = (role: string): string =>
  role
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Walks of life between which nobody goes back and forth; a role of none of them says nothing here. */
const WALKS: readonly RegExp[] = [
  /\b(?:president|minister|premier|chancellor|secretary|senator|congress\w*|lawmaker|mayor|governor|ambassador|deputy|mp)\b|대통령|총리|장관|의원|시장|지사|대사/iu,
  /\b(?:coach|striker|midfielder|goalkeeper|defender|forward|batter|pitcher|quarterback|boxer|sprinter|jockey|golfer|swimmer|athlete)\b|선수|코치|공격수|수비수|골키퍼|투수|타자/iu,
  /\b(?:actor|actress|singer|rapper|pianist|violinist|conductor|novelist|poet|painter|sculptor|composer|comedian)\b|배우|가수|지휘자|소설가|시인|화가|작곡가/iu,
  /\b(?:judge|justice|prosecutor|magistrate)\b|판사|검사|대법관/iu,
  /\b(?:priest|bishop|archbishop|cardinal|pope|imam|rabbi|reverend)\b|신부|주교|추기경|목사|스님/iu,
  /\b(?:suspect|defendant|convict)\b|피의자|피고인/iu,
];

const walkOf = (role: string): number => WALKS.findIndex((walk) => walk.test(role));

export type DatedRole = { role: string; first: { at: Date }; last: { at: Date } };

/**
 * Whether roles plainly differ, so that more than one bearer of the name may be meant: two walks of life, and neither was left before the
 * other began. Who was a judge and then a minister is one person.
 */
export function mayBeSeveral(roles: readonly DatedRole[]): boolean {
  const known = roles.map((one) => ({ ...one, walk: walkOf(one.role) })).filter(({ walk }) => walk >= 0);
  return known.some((one, at) =>
    known
      .slice(at + 1)
      .some(
        (other) => other.walk !== one.walk && one.first.at <= other.last.at && other.first.at <= one.last.at,
      ),
  );
}
