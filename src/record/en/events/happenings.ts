/** Nouns of happenings: "the talks are scheduled for Tuesday". */
/** In lower case. */
export const HAPPENINGS: ReadonlySet<string> = new Set(
  `visit visits meeting meetings talks summit summits conference hearing hearings trial election elections vote referendum ceremony concert festival match game race final
finals launch opening reopening funeral inauguration exhibition exhibit debate session sessions speech address rally protest protests march strike auction release premiere tour trip
sentencing verdict ruling decision briefing announcement exercise exercises drill drills negotiations negotiation round parade wedding event deadline competition contest
tournament championship championships fight bout playoff primary primaries runoff by-election byelection poll polls ballot convention congress forum assembly gathering
reunion reunions dialogue interview testimony appearance arraignment retrial appeal inquest inquiry inspection test launch liftoff landing spacewalk flight voyage
broadcast screening performance show fair expo marathon olympics games anniversary celebration celebrations commemoration memorial service vigil mass
walkout stoppage demonstration demonstrations census eclipse handover signing swearing-in merger listing closure evacuation withdrawal`.split(
    /\s+/,
  ),
);
export const isHappening = (low: string): boolean => HAPPENINGS.has(low);

/** What harms people, named with "on", "in" or "against" and those whom it struck. */
export const isStrike = (low: string): boolean =>
  /^(attack|attacks|assault|raid|bombing|shooting|stabbing|assassination)$/.test(low);
