import { expect, test } from 'vitest';
import { timesOf } from '#record/testing/times-of.ts';

/** One case a line: the text, and the times read in it. */
const CASES = `
They met in the week of March 9. => the week of March 9 = 2015-W11
Profit rose in the first quarter of 2015. => the first quarter of 2015 = 2015-Q1
Profit rose in Q3. => Q3 = 2014-Q3
Sales fell in FY2016. => FY2016 = 2016
They met in mid-2014. => mid-2014 = 2014 MID
It was built in the 1990s. => the 1990s = 199
It began at the turn of the century. => the turn of the century = 20 START
The shop is open Monday through Friday. => Monday = 2015-03-23; Friday = 2015-03-27
The fair runs March 3-5. => March 3 = 2015-03-03; 5 = 2015-03-05
It happened between 9 and 11 a.m. Thursday. => 9 = 2015-03-19T09:00; 11 a.m. Thursday = 2015-03-19T11:00
The quake struck at 9:30 a.m. local time (0030 GMT). => 9:30 a.m. local time = 2015-03-25T09:30; 0030 GMT = 2015-03-25T00:30
Three people died overnight. => overnight = 2015-03-25TNI
They will meet this weekend. => this weekend = 2015-W13-WE
They met on Christmas Eve. => Christmas Eve = 2014-12-24
It rose for the past three years. => the past three years = P3Y
They meet every other Tuesday. => every other Tuesday = XXXX-WXX-2
They train twice a week. => twice a week = P1W
It will open by the end of the year. => the end of the year = 2015 END
More will follow in the coming days. => the coming days = FUTURE_REF
Profit fell from a year earlier. => a year earlier = 2014
He was released the same day. => the same day = 2015-03-25
He arrived on March 3. Two days later, he left. => March 3 = 2015-03-03; Two days later = 2015-03-05
They met in May 2014. The following month they parted. => May 2014 = 2014-05; The following month = 2014-06
He has led it since 2011. => 2011 = 2011
They met Tuesday night. => Tuesday night = 2015-03-24TNI
They met at noon. => noon = 2015-03-25T12:00
It took decades. => decades = PXDE
It took several decades. => several decades = PXDE
They met late Tuesday. => late Tuesday = 2015-03-24 END
They met early Wednesday morning. => early Wednesday morning = 2015-03-25TMO START
They will meet later this month. => later this month = 2015-03
They met earlier this week. => earlier this week = 2015-W13
They will meet in the next few days. => the next few days = PXD
They will meet within two weeks. => two weeks = P2W
They will meet in two weeks. => two weeks = P2W
They met on the morning of March 5. => the morning of March 5 = 2015-03-05TMO
It will begin at 8 p.m. Saturday. => 8 p.m. Saturday = 2015-03-28T20:00
It will begin at 8 p.m. on Saturday, March 28. => 8 p.m. on Saturday, March 28 = 2015-03-28T20:00
It began at 0900 GMT on Monday. => 0900 GMT on Monday = 2015-03-23T09:00
They met in late 2014 and early 2015. => late 2014 = 2014 END; early 2015 = 2015 START
They met in the second half of the year. => the second half of the year = 2015-H2
The law passed on Monday, March 23, 2015. => Monday, March 23, 2015 = 2015-03-23
They met from March 3 to March 5. => March 3 = 2015-03-03; March 5 = 2015-03-05
They met from Monday to Wednesday. => Monday = 2015-03-23; Wednesday = 2015-03-25
It lasted from 2003 to 2006. => 2003 = 2003; 2006 = 2006
He was jailed for 18 months. => 18 months = P18M
He was sentenced to 10 years in prison. => 10 years = P10Y
It fell for the first time in five years. => five years = P5Y
It was the worst in a decade. => a decade = P1DE
They meet on the first Monday of each month. => the first Monday of each month = P1M
The vote will take place on the last Sunday of April. => the last Sunday of April = 2015-04-26
They met on the second Tuesday in March. => the second Tuesday in March = 2015-03-10
It has risen 5 percent this year. => this year = 2015
It happened around 3 p.m. => 3 p.m. = 2015-03-25T15:00
It happened shortly before midnight Tuesday. => midnight Tuesday = 2015-03-24T24:00
They will vote in November's election. => November = 2015-11
They met at last year's summit. => last year = 2014
They met at Thursday's meeting. => Thursday = 2015-03-19
They met in the early hours of Sunday. => the early hours of Sunday = 2015-03-22TMO
They will meet a week from Friday. => a week from Friday = 2015-04-03
They will meet on Friday next week. => Friday next week = 2015-04-03
They will meet a day after the vote. => a day = P1D
They met a day earlier. => a day earlier = 2015-03-24
They met the previous day. => the previous day = 2015-03-24
They met the week before last. => the week before last = 2015-W11
They met the month before. => the month before = 2015-02
It will be back in the fall. => the fall = 2015-FA
It will be back next spring. => next spring = 2016-SP
He returned in the summer. => the summer = 2014-SU
It started in the 20th century. => the 20th century = 19
It was dug in the late 19th century. => the late 19th century = 18 END
It was in the early 2000s. => the early 2000s = 200 START
He stayed until Monday. => Monday = 2015-03-30
He has until Thursday to reply. => Thursday = 2015-03-26
He left as of March 1. => March 1 = 2015-03-01
It starts as early as next week. => next week = 2015-W14
It starts as soon as Friday. => Friday = 2015-03-27
It closed on New Year's Day. => New Year's Day = 2015-01-01
It closed on Thanksgiving Day. => Thanksgiving Day = 2014-11-27
It was on Easter Sunday. => Easter Sunday = 2015-04-05
It fell on Boxing Day. => Boxing Day = 2014-12-26
They met on Valentine's Day. => Valentine's Day = 2015-02-14
They met on May Day. => May Day = 2015-05-01
They met in March and April. => March = 2015-03; April = 2015-04
They met in January 2014 and in March 2015. => January 2014 = 2014-01; March 2015 = 2015-03
They met on March 3 and 4. => March 3 = 2015-03-03; 4 = 2015-03-04
They met on Tuesday and Wednesday. => Tuesday = 2015-03-24; Wednesday = 2015-03-25
They met every day for a month. => every day = P1D; a month = P1M
They meet three times a year. => three times a year = P1Y
He works from 9 a.m. to 5 p.m. => 9 a.m. = 2015-03-25T09:00; 5 p.m. = 2015-03-25T17:00
They met for a two-hour meeting. => two-hour = PT2H
He is on a five-day, three-nation tour. => five-day = P5D
It took two and a half years. => two and a half years = P2.5Y
It took a year and a half. => a year and a half = P1.5Y
The 24-hour strike began. => 24-hour = PT24H
It began some 20 years ago. => some 20 years ago = 1995 APPROX
It began more than two decades ago. => more than two decades ago = 199 MORE_THAN
It began nearly a year ago. => nearly a year ago = 2014 LESS_THAN
It began in recent weeks. => recent weeks = PAST_REF
It began last Friday. => last Friday = 2015-03-20
It will begin next Friday. => next Friday = 2015-04-03
It will begin this Friday. => this Friday = 2015-03-27
It happened this morning. => this morning = 2015-03-25TMO
It will happen tonight. => tonight = 2015-03-25TNI
It will happen tomorrow morning. => tomorrow morning = 2015-03-26TMO
It happened yesterday afternoon. => yesterday afternoon = 2015-03-24TAF
They met on 25/3/2015. => 25/3/2015 = 2015-03-25
They met on 2015/03/25. => 2015/03/25 = 2015-03-25
They met on Mar 25. => Mar 25 = 2015-03-25
They met on the 25th. => the 25th = 2015-03-25
They will meet at the end of March. => the end of March = 2015-03 END
They will meet at the end of next week. => the end of next week = 2015-W14 END
They will meet at the beginning of May. => the beginning of May = 2015-05 START
They will meet in the middle of April. => the middle of April = 2015-04 MID
They will meet over the next two weeks. => the next two weeks = P2W
On Dec. 7, 1941, it began. => Dec. 7, 1941 = 1941-12-07
It fell to 5 percent in February from 6 percent in January. => February = 2015-02; January = 2015-01
It was due on the 15th of each month. => the 15th of each month = P1M
A decade ago it was closed. => A decade ago = 200
For years it was closed. => years = PXY
In the months ahead it will open. => the months ahead = FUTURE_REF
He called on Tuesday evening, local time. => Tuesday evening = 2015-03-24TEV
It will start at 7:30 p.m. EST. => 7:30 p.m. EST = 2015-03-25T19:30
They met at half past nine. => half past nine = 2015-03-25T09:30
He left at about 10 o'clock. => 10 o'clock = 2015-03-25T10:00
`;

test.each(
  CASES.trim()
    .split('\n')
    .map((line) => line.split(' => ')),
)('reads the times of %s', (text = '', expected = '') => {
  expect(timesOf(text).join('; ')).toBe(expected);
});
