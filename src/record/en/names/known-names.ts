/** Organisations that news calls by one name without ever giving another. */
const ORGANISATIONS = new Set(
  `google twitter facebook microsoft boeing airbus nasa fbi cia nato bbc cnn nbc cbs abc reuters afp ap upi yonhap xinhua kcna tass aljazeera yahoo uber samsung
sony toyota honda nissan volkswagen hyundai huawei intel ibm nokia netflix instagram youtube wikipedia wikileaks reddit spotify tesla spacex hamas hezbollah taliban isis isil
al-qaeda al-qaida fatah congress parliament senate pentagon kremlin opec imf unesco unicef unhcr fifa uefa nba nfl nhl mlb ioc wto oecd asean interpol europol
un eu u.n. e.u. goldman barclays hsbc citigroup exxon chevron walmart pfizer moderna astrazeneca greenpeace tories labour knesset bundestag duma
white-house scotland-yard world-bank red-cross european-union united-nations european-commission supreme-court al-jazeera associated-press new-york-times
washington-post wall-street-journal financial-times sky-news fox-news security-council state-department justice-department defense-department
foreign-ministry defense-ministry defence-ministry interior-ministry european-parliament house-of-representatives house-of-commons house-of-lords
central-intelligence-agency federal-reserve wikinews`.split(/\s+/),
);

/** Places that are no countries and yet as well known. */
const PLACES = new Set(
  `europe asia africa america antarctica britain great-britain england scotland wales northern-ireland hong-kong macau taiwan palestine gaza gaza-strip west-bank crimea
kosovo kashmir tibet chechnya kurdistan siberia middle-east latin-america north-america south-america central-america southeast-asia soviet-union burma
korean-peninsula balkans scandinavia caribbean
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
massachusetts michigan minnesota mississippi missouri montana nebraska nevada new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma
oregon pennsylvania rhode-island south-carolina south-dakota tennessee texas utah vermont virginia west-virginia wisconsin wyoming
ontario quebec alberta manitoba saskatchewan nova-scotia british-columbia new-brunswick new-south-wales queensland tasmania victoria bavaria catalonia sicily
los-angeles san-francisco san-diego las-vegas new-orleans new-york-city new-delhi tel-aviv rio-de-janeiro buenos-aires mexico-city kuala-lumpur cape-town
abu-dhabi washington-d.c. st-petersburg salt-lake-city kansas-city white-plains manhattan brooklyn hollywood downing-street capitol-hill wall-street`.split(
    /\s+/,
  ),
);

const keyOf = (name: string): string => name.replace(/[\s ]+/gu, '-');

export const isKnownOrganisation = (lowerCase: string): boolean => ORGANISATIONS.has(keyOf(lowerCase));
export const isKnownPlace = (lowerCase: string): boolean => PLACES.has(keyOf(lowerCase));
