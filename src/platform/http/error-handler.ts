import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError } from '#lib/errors.ts';
import type { Log } from '#platform/log.ts';
import {
  type Problem,
  problemHeaders,
  problemResponse,
  toProblem,
  toStatusProblem,
  wantsProblem,
} from './problem.ts';
import { requestIdOf } from './request-id.ts';

export type ErrorAnswers = {
  readonly log: Log;
  /** Paths whose clients are programs: their errors are always problem details. */
  readonly machinePaths: readonly string[];
  /** The page for people, as HTML. Absent or failing: plain text. */
  readonly renderPage?: (problem: Problem, c: Context) => string | Promise<string>;
};

const isUnder = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

const plainText = ({ status, title, detail, requestId }: Problem): string =>
  [`${status} ${title}`, detail, requestId && `Request ${requestId}`].filter(Boolean).join('\n');

const pageResponse = async (answers: ErrorAnswers, problem: Problem, c: Context): Promise<Response> => {
  const respond = (body: string, type: string) =>
    new Response(body, {
      status: problem.status,
      headers: [['content-type', `${type}; charset=utf-8`], ...problemHeaders(problem)],
    });
  if (!answers.renderPage) return respond(plainText(problem), 'text/plain');
  try {
    return respond(await answers.renderPage(problem, c), 'text/html');
  } catch (error) {
    answers.log.error({ err: error, requestId: problem.requestId }, 'the error page could not be made');
    return respond(plainText(problem), 'text/plain');
  }
};

const answer = (answers: ErrorAnswers, problem: Problem, c: Context): Response | Promise<Response> => {
  const forMachine =
    wantsProblem(c.req.header('accept')) ||
    answers.machinePaths.some((prefix) => isUnder(c.req.path, prefix));
  return forMachine ? problemResponse(problem) : pageResponse(answers, problem, c);
};

const fromHttpException = (error: HTTPException, path: string, requestId: string | undefined): Problem => ({
  ...toStatusProblem(error.status, path, requestId),
  detail: error.status < 500 && error.message ? error.message : undefined,
});

/** Answers whatever a route threw, for `app.onError`. What is our fault is logged with the request's id and not explained. */
export const answerErrors = (answers: ErrorAnswers): ErrorHandler => {
  return (error, c) => {
    const { path } = c.req;
    const requestId = requestIdOf(c);
    const problem =
      error instanceof HTTPException
        ? fromHttpException(error, path, requestId)
        : toProblem(error, path, requestId);
    if (problem.status >= 500) {
      const level = error instanceof AppError || problem.code === 'unavailable' ? 'warn' : 'error';
      answers.log[level]({ err: error, requestId, method: c.req.method, path }, 'request failed');
    }
    return answer(answers, problem, c);
  };
};

/** Answers an address that no route has, for `app.notFound`. */
export const answerNotFound = (answers: ErrorAnswers): NotFoundHandler => {
  return (c) => answer(answers, toStatusProblem(404, c.req.path, requestIdOf(c)), c);
};
