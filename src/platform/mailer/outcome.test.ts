import { expect, test } from 'vitest';
import { type MessageStage, toOutcome } from './outcome.ts';

const said = (response: string, command: string) =>
  Object.assign(new Error(response), { response, responseCode: Number(response.slice(0, 3)), command });
const lost = (code = 'ECONNECTION') =>
  Object.assign(new Error('Connection closed'), { code, command: 'CONN' });

test.each<[string, Error, MessageStage, string]>([
  ['greylisting', said('450 4.7.1 Greylisted', 'RCPT TO'), 'not begun', 'later'],
  ['an unknown mailbox', said('550 5.1.1 Unknown', 'RCPT TO'), 'not begun', 'refused'],
  ['a refused sender', said('550 5.7.1 Not you', 'MAIL FROM'), 'not begun', 'away'],
  ['a refused password', said('535 5.7.8 Wrong', 'AUTH PLAIN'), 'not begun', 'away'],
  ['a full disk at the end', said('452 4.3.1 Full', 'DATA'), 'whole', 'later'],
  ['spam at the end', said('554 5.7.1 Spam', 'DATA'), 'whole', 'refused'],
  ['a server going down after the end', said('421 4.3.2 Bye', 'CONN'), 'whole', 'later'],
  ['a connection lost before the message', lost(), 'not begun', 'later'],
  ['a connection lost in the message', lost(), 'begun', 'later'],
  ['a connection lost after the message', lost(), 'whole', 'unknown'],
  ['silence after the message', lost('ETIMEDOUT'), 'whole', 'unknown'],
])('%s', (_name, error, stage, state) => {
  expect(toOutcome(error, stage).state).toBe(state);
});

test('the enhanced status of a refusal is kept', () => {
  expect(toOutcome(said('550 5.1.1 Unknown\r\nuser', 'RCPT TO'), 'not begun')).toEqual({
    state: 'refused',
    status: '5.1.1',
    reason: '550 5.1.1 Unknown user',
  });
});
