const SAYING = new Set(
  `said say says saying told tells tell announced announces stated states added adds wrote writes tweeted tweets posted explained explains
argued argues claimed claims insisted insists noted notes warned warns declared declares replied replies answered recalled recalls
reasoned reasons asked asks commented comments remarked remarks observed observes conceded admitted admits acknowledged suggested suggests
concluded concludes continued continues responded responds stressed stresses emphasized emphasised reported reports testified testifies
confirmed confirms complained complains joked jokes quipped vowed vows promised promises predicted predicts urged urges pleaded shouted
shouts cried whispered muttered exclaimed thinks believes believed thought read reads alleged alleges asserted asserts affirmed maintained
maintains lamented mused retorted countered cautioned cautions reiterated reiterates revealed reveals disclosed indicated indicates mentioned
pointed points boasted fumed joked quipped tweeting contended contends estimated estimates denied denies agreed agrees hoped reckons reckoned
informed reminded reassured assured`.split(/\s+/),
);

/** Whether a lower-case word is a verb of saying, in a form that goes with a speaker. */
export const isSayingVerb = (low: string): boolean => SAYING.has(low);

/** Whether a token is such a verb; with a capital it is part of a name, as in "United States". */
export const isSayingToken = (token: { text: string; low: string } | undefined): boolean =>
  token !== undefined && SAYING.has(token.low) && token.text === token.low;
