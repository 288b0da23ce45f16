import { expect, test } from 'vitest';
import { openMailer } from './mailer.ts';

test('a server that cannot be reached is away', async () => {
  const mailer = openMailer({
    smtpUrl: 'smtp://127.0.0.1:9',
    outbox: '/nowhere',
    timeouts: { connectMs: 500, silenceMs: 500 },
  });
  const outcome = await mailer.send({ from: 'a@paper.example', to: 'b@example.org' }, Buffer.from('x'));
  expect(outcome).toEqual({ state: 'away', reason: expect.stringContaining('ECONNREFUSED') });
  await mailer.close();
});
