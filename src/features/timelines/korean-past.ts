import { type Candidate, spanOf } from './dated-sentence.ts';

/** Opens a sentence that leans on the one before it. */
const LEANING =
  /^(?:이날|이어|이에|이로|이후|이번|이와|이같|이 |그는|그가|그의|그녀|그러|그리고|그런|그 |하지만|그러나|또|또한|한편|다만|앞서|특히|따라서|반면|아울러|당시|같은|두 |세 |양측|이들|그들|여기|저 |지난|다른)/u;
/** A past ending of a plain statement. */
const PAST = /(?:했|됐|었|았|였|났|갔|왔|냈|렸|졌|뒀|줬|봤|섰|켰|쳤|쓸었|웠|꿨|뗐|셨)다\.$/u;
/** The day is that of the saying; or the sentence tells a state, a denial, a plan. */
const SAYING =
  /(?:말했|밝혔|전했|덧붙였|설명했|강조했|주장했|지적했|비판했|언급했|예상했|전망했|내다봤|보도했|물었|답했|꼬집었|요구했|않았|못했|없었|있었|예정이었|예정됐|것으로 알려졌|것으로 보였|것이었)다\.$/u;
/** An end or a beginning, and not the time of what the sentence says. */
const BOUND = /^\s*(?:까지|부터|이전|이후|전까지|에서|~|∼|[가-힣]*보다)/u;
/** Conditions, and what is on somebody's word. */
const CONDITION = /(?:다면|라면|으면|려면|더라도|경우|따르면|것으로)/u;

/** Whether a Korean sentence stands on its own and says that something happened at its time. */
export function tellsKoreanPast({ analysis, sentence, time }: Candidate): boolean {
  const { text } = spanOf(analysis, sentence);
  const after = analysis.text.slice(time.end, time.end + 8);
  return (
    !LEANING.test(text) &&
    PAST.test(text) &&
    !SAYING.test(text) &&
    !CONDITION.test(text) &&
    !BOUND.test(after)
  );
}
