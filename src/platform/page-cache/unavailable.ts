import { AppError } from '#lib/errors.ts';
import { isConnectionFailure } from '#platform/database.ts';

/** ENOENT is a socket that is not there, but also any other file; only the former says something about the database. */
const isMissingFile = (error: Error): boolean =>
  'code' in error && error.code === 'ENOENT' && !('syscall' in error && error.syscall === 'connect');

/** Whether an error says that a service we lean on is away, as opposed to our having a fault; looks through causes. */
export const isUnavailable = (thrown: unknown, depth = 0): boolean => {
  if (!(thrown instanceof Error) || depth > 5) return false;
  if (thrown instanceof AppError) return thrown.code === 'unavailable';
  if (isConnectionFailure(thrown) && !isMissingFile(thrown)) return true;
  if (thrown instanceof AggregateError) return thrown.errors.some((one) => isUnavailable(one, depth + 1));
  return isUnavailable(thrown.cause, depth + 1);
};
