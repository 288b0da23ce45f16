const WORDS = `afghan albanian algerian american argentine argentinian armenian australian austrian azerbaijani bahraini bangladeshi belarusian belgian
bolivian bosnian brazilian british briton bulgarian burmese cambodian cameroonian canadian chechen chilean chinese colombian congolese croatian cuban
cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european fijian filipino finnish french georgian german
ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian
kazakh kenyan korean kosovan kurdish kuwaiti kyrgyz lao latvian lebanese liberian libyan lithuanian malaysian maltese mexican moldovan mongolian
moroccan mozambican nepalese nepali nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan persian peruvian polish portuguese
qatari romanian russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese
tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
african asian arab latin hispanic muslim muslims islamic christian christians catholic catholics jewish jews hindu hindus buddhist sunni shiite shia protestant
democrat democrats republican republicans western eastern northern southern soviet nazi communist conservative liberal`;

const DEMONYMS = new Set(WORDS.split(/\s+/));

/** Whether lower-case words say of what country, people or creed somebody is: "South Korean", "Afghans". These are no names. */
export function isDemonym(words: string): boolean {
  const last = words.replace(/^(?:north|south|east|west|central|new|anti|pro)[ -]/, '');
  return DEMONYMS.has(last) || (last.endsWith('s') && DEMONYMS.has(last.slice(0, -1)));
}
