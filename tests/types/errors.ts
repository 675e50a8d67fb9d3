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

/** A class of a user, with a code of its own. */
export class SurveyError extends InputError {
  override readonly name = 'SurveyError';
  constructor(readonly wave: number) {
    super({ id: 'survey-wave', detail: { wave }, text: `there is no wave ${wave}` });
  }
}

export function waveOf(error: unknown): number | string | undefined {
  if (error instanceof SurveyError) return error.wave;
  if (error instanceof InputError && error.code === 'unknown-column') return error.detail.column;
  return 0;
}

export class OtherError extends EconError {
  override readonly name = 'OtherError';
  override readonly exitCode = 3;
}
