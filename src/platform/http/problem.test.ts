import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { AppError, type ErrorCode } from '#lib/errors.ts';
import { createLog } from '#platform/log.ts';
import { answerErrors, answerNotFound } from './error-handler.ts';
import { retryLater, statusOfCode, wantsProblem } from './problem.ts';
import { assignRequestId } from './request-id.ts';

const setUp = () => {
  const lines: string[] = [];
  const out = { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream;
  const answers = {
    log: createLog({ out }),
    machinePaths: ['/api'],
    renderPage: ({ status, detail }: { status: number; detail?: string }) =>
      `<h1>${status}</h1>${detail ?? ''}`,
  };
  const app = new Hono();
  let thrown: unknown = new Error('unset');
  app.use(assignRequestId());
  app.get('/api/x', () => {
    throw thrown;
  });
  app.get('/x', () => {
    throw thrown;
  });
  app.onError(answerErrors(answers));
  app.notFound(answerNotFound(answers));
  const ask = (path: string, error: unknown, headers = {}) => {
    thrown = error;
    return app.request(path, { headers });
  };
  return { ask, lines, answers };
};

test('each code answers with its status, as problem details under /api', async () => {
  const { ask } = setUp();
  for (const [code, status] of Object.entries(statusOfCode)) {
    const response = await ask('/api/x', new AppError(code as ErrorCode, 'What to do.'));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'about:blank',
      status,
      code,
      detail: 'What to do.',
      instance: '/api/x',
      requestId: response.headers.get('x-request-id'),
    });
  }
});

test('people get the page, programs that ask for JSON get the problem', async () => {
  const { ask } = setUp();
  const forPeople = await ask('/x', new AppError('gone', 'Withdrawn.'), { accept: 'text/html,*/*' });
  expect([forPeople.status, await forPeople.text()]).toEqual([410, '<h1>410</h1>Withdrawn.']);
  const forMachine = await ask('/x', new AppError('gone', 'Withdrawn.'), { accept: 'application/json' });
  expect(await forMachine.json()).toMatchObject({ status: 410 });
  expect((await ask('/nowhere', undefined)).status).toBe(404);
  expect(wantsProblem('text/html,application/json')).toBe(false);
  expect(wantsProblem('application/ld+json')).toBe(true);
  expect(wantsProblem(undefined)).toBe(false);
});

test('an unknown error is logged with the request id and answered without details', async () => {
  const { ask, lines } = setUp();
  const response = await ask('/api/x', new Error('secret of the house'), {
    'x-request-id': 'from-the-proxy-1',
  });
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(body).not.toContain('secret');
  expect(body).toContain('from-the-proxy-1');
  expect(lines.join('')).toContain('secret of the house');
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
    requestId: 'from-the-proxy-1',
    path: '/api/x',
    level: 50,
  });
});

test('an error page that cannot be made is answered as text', async () => {
  const { ask, answers } = setUp();
  answers.renderPage = () => {
    throw new Error('no template');
  };
  const response = await ask('/x', new AppError('forbidden', 'Not yours.'));
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('Not yours.');
});

test('a database that is away is 503 with a time to come back, and its address stays ours', async () => {
  const { ask } = setUp();
  const response = await ask(
    '/api/x',
    Object.assign(new Error('connect 10.0.0.5'), { code: 'ECONNREFUSED' }),
  );
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.text()).not.toContain('10.0.0.5');
  const limited = await ask('/x', retryLater('too_many', 'Slow down.', 2.1));
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3']);
});
