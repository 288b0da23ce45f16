import { expect, test } from 'vitest';
import { eventsOf } from '#record/testing/events-of.ts';

const NOTHING = `
Rain will reach the north on Friday.
Temperatures will rise next week, forecasters said.
Sales will rise in April, {John Smith} said.
Shares of <Apple> will fall next week, analysts predicted.
The economy will grow 3 percent next year, the <Bank of Korea> said.
Inflation is expected to slow in April.
Oil prices are likely to drop next month.
Gold is expected to hit a record next year.
If the talks fail, {John Smith} will leave on Friday.
{John Smith} will leave on Friday if the talks fail.
{John Smith} will visit [Japan] next week unless the strike goes on.
{John Smith} may visit [Japan] in April.
{John Smith} could meet {Lee} on Friday.
{John Smith} might resign next week.
{John Smith} should resign on Friday, critics said.
"I hope to see [Paris] next spring," {John Smith} said.
"I will fight on Monday," {Smith} said.
"We will win on Saturday," the coach said.
{John Smith} hopes to return in May.
{John Smith} wants to run next year.
{John Smith} was to have visited [Japan] on Friday.
{John Smith} had been due to speak on Monday.
He was expected to arrive on Tuesday but did not.
{John Smith} was scheduled to meet {Lee} on Monday.
{John Smith} would later visit [Japan] in 1998.
In 1990 {John Smith} would become president.
{John Smith} will visit [Japan], officials said Wednesday.
The ministry will publish the report, it said on Monday.
{John Smith} said on Monday that he will seek peace.
{John Smith} told reporters Wednesday that the company will grow.
The market is held every Monday.
{John Smith} plays tennis every Saturday.
The court sits on Tuesdays.
Applications must be filed by Friday.
The deadline is Friday.
Voters must register by April 7.
The talks ended on Friday.
The law took effect in January.
{John Smith}, 42, was born in May 1972.
The museum opened in 1907.
The war began in 1914 and ended in 1918.
Since 2011 the company has sold phones.
By 2050 the city will have two million people.
The population will reach 10 billion by 2050.
The sea will rise one metre by 2100.
Will {John Smith} resign on Friday?
When will {John Smith} visit [Japan] next month?
{John Smith} asked whether {Lee} will come on Friday.
Analysts believe {John Smith} will resign next month.
Critics fear the army will attack on Sunday.
Experts warned that the volcano will erupt next week.
It is not clear if {John Smith} will attend on Friday.
{John Smith} has not said whether he will run in 2016.
The <European Union> called on {Lee} to resign by Friday.
{John Smith} urged {Lee} to visit [Japan] next month.
{John Smith} asked {Lee} to testify on Thursday.
No vote will come before June.
He will never forget March 25.
The storm is expected to make landfall on Friday.
A heat wave will hit the south this weekend.
Snow is likely on Saturday.
Unemployment will remain high next year.
Prices will go up in May.
The team won on Saturday and will keep its place.
{John Smith} will need surgery.
{John Smith} will be 50 next month.
The comet will be visible in April.
The company will lose $5 million this year.
The company expects to earn $5 million this year.
A decision could come next week.
The bill would cut taxes next year.
The plan would create 500 jobs by 2017.
The treaty would enter into force in 2016 if ratified.
{John Smith} said he would like to visit [Japan] next year.
{John Smith} said the plan would fail next year.
The firm's shares will be worth more next year.
{Carter} served from 2013 to 2015.
The trial lasted from Monday to Friday.
The bus service runs daily.
The film, released in January, will surprise you.
The accident happened as {John Smith} was to leave on Monday.
{John Smith} never planned to stay until Friday.
The will was read on Monday.
The march on Monday drew thousands.
Mr Will {Smith} spoke on Friday.
The set for the play was built on Friday.
The plans to build a bridge date from 2011.
A plan to build a road was dropped in 2014.
The number of visits will double next year.
{John Smith} will probably lose on Sunday.
"The vote will be on Friday," someone wrote.
The report is due to rain.
The delay was due to a strike on Monday.
The meeting on Monday ended without agreement.
After the election on Sunday, {Smith} resigned.
{Smith} had hoped to open the school by April.
The ministry failed to publish the report due on Friday.
{Lee}, who will turn 60 in June, lives in [Seoul].
On Monday, a man died when a bus hit a wall that will be removed.
He told the court that {Lee} would arrive at noon each day.
Profit for the year will be lower, <Samsung> said Thursday.
{Smith} studied law and would go on to teach in 1995.
Scientists expect the ice to melt by June.
The trial is expected to last two weeks.
She will spend 10 years in prison.
{Smith} will serve until 2018.
In 2012, {Smith} said he would run in 2013.
`;

test.each(NOTHING.trim().split('\n'))('reads no event in %s', (text) => {
  expect(eventsOf(text)).toEqual([]);
});
