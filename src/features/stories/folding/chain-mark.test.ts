import { expect, test } from 'vitest';
import { readChainMark } from './chain-mark.ts';

test.each([
  ['(LEAD) Ferry sinks', 10, 'Ferry sinks'],
  ['(2nd LD) Ferry sinks', 20, 'Ferry sinks'],
  ['Ferry sinks, 1st Ld-Writethru', 10, 'Ferry sinks'],
  ['BC-US--Ferry, 3rd Writethru', 30, 'BC-US--Ferry'],
  ['UPDATE 2-Ferry sinks', 20, 'Ferry sinks'],
  ['Update 3: Ferry sinks', 30, 'Ferry sinks'],
  ['CORRECTED-UPDATE 2-Ferry sinks', 21, 'Ferry sinks'],
  ['WRAPUP 3-Ferry sinks', 530, 'Ferry sinks'],
  ['RECASTS-Ferry sinks', 0, 'Ferry sinks'],
  ['CORRECTED-Ferry sinks', 0, 'Ferry sinks'],
  ['(NEW) Ferry sinks', 0, 'Ferry sinks'],
  ['URGENT - Ferry sinks', -100, 'Ferry sinks'],
  ['(Zusammenfassung 1245) Fähre gesunken', 576, 'Fähre gesunken'],
  ['ROUNDUP 2/Fähre gesunken', 520, 'Fähre gesunken'],
  ['+++ Eil +++ Fähre gesunken', -100, 'Fähre gesunken'],
  ['ATTENTION - ADDS details /// Ferry sinks', 0, 'Ferry sinks'],
  ['AMP2.- Se hunde un ferry', 20, 'Se hunde un ferry'],
  ['(종합2보) 여객선 침몰', 20, '여객선 침몰'],
  ['(2보) 여객선 침몰', -80, '여객선 침몰'],
  ['USA-FERRY/ (UPDATE 2)', 20, 'USA-FERRY/'],
])('%s is take %i of “%s”', (line, generation, plain) => {
  expect(readChainMark(line)).toEqual({ marked: true, generation, plain });
});

test.each([
  'New York mayor resigns',
  'Lead found in drinking water',
  'Update on the storm expected at noon',
  'Correction officers strike',
  'Attention turns to the vote',
  'Flash flood kills three',
  'Urgent care centres close',
  'Roundup ban upheld in France',
  '1st lady visits Port Ansel',
  'Eil Malk lake reopens',
])('%s bears no mark', (line) => {
  expect(readChainMark(line)).toEqual({ marked: false, generation: 0, plain: line });
});
