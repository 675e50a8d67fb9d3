/** What the compiler says of errors; checked by `npm run typecheck`, never run. */
import { EconError, type ErrorCode, InputError } from 'wasmetrics';

export function told(error: unknown): string | number | undefined {
  if (!(error instanceof EconError)) return '';
  if (error.code === 'unknown-column') return error.detail.column;
  if (error instanceof InputError && error.code === 'bad-value') return error.detail.path;
  // @ts-expect-error there is no such code
  if (error.code === 'unknown-colum') return '';
  switch (error.code) {
    case 'rank-deficient':
      return error.exitCode;
    case 'file-not-found':
      return error.message;
    default:
      return error.line;
  }
}

export const code: ErrorCode = 'not-converged';
// @ts-expect-error there is no such code
export const wrong: ErrorCode = 'not-convergent';
