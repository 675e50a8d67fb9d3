/** Errors as data. */
import { EconError } from 'wasmetrics';
import type { Failure } from '../engine/failure.js';

/** Errors that are not the library's, by their names. */
const codes: Readonly<Record<string, Failure['code']>> = {
  AbortError: 'aborted',
  MissingFile: 'missing-file',
  YAMLParseError: 'bad-yaml',
};

/** An error as plain values. The page shows others as faults of the program. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof EconError)) {
    const { name, message } = error as Error;
    return { code: codes[name] ?? 'unexpected', message };
  }
  const { code, message, detail, told } = error;
  const { of, key, excerpt } = error.telling;
  return { code, message, key: key ?? of, detail, told, telling: { of, key, excerpt } };
}
