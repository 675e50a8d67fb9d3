/** Errors of estimates from files that are read in parts, in English. */
import { says } from '../../told.js';

/** Why all rows must be in memory. */
export type WholeRows =
  | {
      readonly why:
        'filter' | 'panel' | 'absorbed' | 'clusters' | 'c-tests' | 'last-row' | 'blanks' | 'source';
    }
  /** The name of what needs them. */
  | {
      readonly why: 'estimator' | 'effects' | 'step' | 'covariance' | 'format';
      readonly name: string;
    };

export function wholeRowsWords(reason: WholeRows): string {
  switch (reason.why) {
    case 'filter':
      return 'a function of other rows (where)';
    case 'panel':
      return 'the order of units and periods (panel)';
    case 'absorbed':
      return 'absorbing effects';
    case 'clusters':
      return 'clusters in several dimensions';
    case 'c-tests':
      return 'C tests of instruments (cTests)';
    case 'last-row':
      return 'lastRow is set';
    case 'blanks':
      return 'delimiter is whitespace';
    case 'source':
      return 'a source that is no file on disk';
    case 'estimator':
      return `the estimator ${reason.name}`;
    case 'effects':
      return `removing effects (${reason.name})`;
    case 'step':
      return `changing the data (${reason.name})`;
    case 'covariance':
      return `the covariance ${reason.name}`;
    case 'format':
      return `files of the format ${reason.name} are read as a whole`;
  }
}

export interface NotStreamed {
  readonly file: string;
  /** The reason in English. */
  readonly reason: string;
  readonly cause: WholeRows;
}

export const notStreamed = says(
  'not-streamed',
  ({ reason }: NotStreamed) =>
    `expected a model and a file that can be read in parts, found ${reason}, for which all rows must be in memory; leave out stream (--stream)`,
);
export const fileTooLarge = says(
  'file-too-large/streamed',
  ({ reason, limit, bytes }: NotStreamed & { readonly limit: number; readonly bytes: number }) =>
    `expected at most ${limit} bytes for ${reason}, for which all rows must be in memory, found ${bytes}; keep only the rows and columns of the model, or choose a model that can be streamed (docs/how-to/large-files.md)`,
);
export const tooManyValues = says(
  'too-many-values/streamed',
  'column "{column}": expected at most {most} different values in a file that is streamed, found more; group them, or use fewer rows',
);
