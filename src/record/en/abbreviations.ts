const WORDS = `mr mrs ms dr prof gen col lt sgt maj capt cpl pvt adm cmdr brig sen rep gov pres rev hon amb atty supt insp det
jr sr st mt ft vs etc al eg ie cf no nos vol fig approx dept est inc corp ltd co bros assn univ ave blvd rd sq
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo`;

const ABBREVIATIONS = new Set(WORDS.split(/\s+/));

/** Whether a point after this lower-case word belongs to it; "may" and the like, which are words too, do not count. */
export const isAbbreviation = (low: string): boolean => ABBREVIATIONS.has(low);
