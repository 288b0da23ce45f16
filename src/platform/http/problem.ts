import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '#lib/errors.ts';
import { AppError } from '#lib/errors.ts';
import { isUnavailable } from '#platform/page-cache/unavailable.ts';

/** The one table from what went wrong to how HTTP says it. */
export const statusOfCode: Readonly<Record<ErrorCode, number>> = {
  bad_input: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

/** Problem details (RFC 9457). `code` and `requestId` are extension members. */
export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly code: ErrorCode | 'internal';
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
};

const codeOfStatus = (status: number): Problem['code'] => {
  const entry = Object.entries(statusOfCode).find(([, known]) => known === status);
  return (entry?.[0] as ErrorCode | undefined) ?? (status < 500 ? 'bad_input' : 'internal');
};

/** A problem about which only the status is known. */
export const toStatusProblem = (status: number, instance?: string, requestId?: string): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  instance,
  code: codeOfStatus(status),
  requestId,
});

const defaultRetrySeconds = 5;

const retryAfterOf = (error: AppError): number | undefined => {
  const { cause } = error;
  if (typeof cause === 'object' && cause !== null && 'retryAfterSeconds' in cause) {
    return Number(cause.retryAfterSeconds);
  }
  return error.code === 'unavailable' ? defaultRetrySeconds : undefined;
};

/** An `AppError` that also says when to come back, answered as `Retry-After`. */
export const retryLater = (code: 'too_many' | 'unavailable', message: string, seconds: number): AppError =>
  new AppError(code, message, { cause: { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) } });

const awaySentence = 'The paper cannot reach its database just now; try again in a moment.';

/** Any thrown thing as a problem. Only an `AppError` speaks for itself: other messages may hold what is nobody's business. */
export const toProblem = (thrown: unknown, instance?: string, requestId?: string): Problem => {
  const away = !(thrown instanceof AppError) && isUnavailable(thrown);
  const error = away ? new AppError('unavailable', awaySentence) : thrown;
  if (!(error instanceof AppError)) return toStatusProblem(500, instance, requestId);
  return {
    ...toStatusProblem(statusOfCode[error.code], instance, requestId),
    code: error.code,
    detail: error.message,
    retryAfterSeconds: retryAfterOf(error),
  };
};

/** Headers for a problem in any form: never to be kept, and when to come back if that is known. */
export const problemHeaders = (problem: Problem): [string, string][] => {
  const headers: [string, string][] = [['cache-control', 'no-store']];
  if (problem.retryAfterSeconds !== undefined)
    headers.push(['retry-after', String(problem.retryAfterSeconds)]);
  return headers;
};

/** A problem as `application/problem+json`. */
export const problemResponse = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: [['content-type', 'application/problem+json; charset=utf-8'], ...problemHeaders(problem)],
  });

/** Whether a client asked for JSON rather than a page; `*`/`*` alone is taken for a person. */
export const wantsProblem = (accept: string | undefined): boolean =>
  accept !== undefined &&
  /\bapplication\/(?:[\w.-]+\+)?json\b/i.test(accept) &&
  !/\btext\/html\b/i.test(accept);
