/** Tables and figures that could not be made, with the place in the study. */
import { EconError } from '../../../core/errors/errors.js';
import { quoted } from '../../../core/errors/quoted.js';
import type { FailedEntry } from '../result.js';

const places = new WeakMap<object, string>();

/** Runs a function. Its errors record the place of the model or table, and their messages start with its name. */
export async function naming<Result>(
  id: string,
  path: string,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw namedError(id, path, error);
  }
}

/** The error with the name and place of its model or table, unless it already has one. */
export function namedError(id: string, path: string, error: unknown): unknown {
  if (!(error instanceof EconError) || places.has(error)) return error;
  const named = withName(error, id);
  const { path: inner } = error.detail;
  places.set(named, typeof inner === 'string' && inner.startsWith(`${path}.`) ? inner : path);
  return named;
}

/** The name replaces the place of the table or figure in the study, and the step of the data that is at fault. */
function withName(error: EconError, id: string): EconError {
  const { of, key = '' } = error.telling;
  const [part, , ...rest] = key.split('.');
  if (of === 'study' && (part === 'tables' || part === 'figures')) {
    return error.retold({ of: id, key: rest.length === 0 ? undefined : rest.join('.') });
  }
  const isStep = of === undefined || of === 'table' || of.startsWith('build.');
  return error.retold(isStep ? { of: id } : { of: id, key: undefined, told: quoted(error) });
}

/** The entry for a table or figure that failed; errors that are not the library's are thrown. */
export function failedEntry(id: string, path: string, error: unknown): FailedEntry {
  if (!(error instanceof EconError)) throw error;
  const { code, message, detail } = error;
  const about = error.telling.of === id ? error.retold({ of: undefined }) : error;
  const name = [detail['found'], detail['column'], detail['term']].find(
    (one) => typeof one === 'string',
  );
  return {
    id,
    error: {
      code,
      message,
      sentence: about.line,
      told: quoted(about),
      path: places.get(error) ?? path,
      ...(typeof name === 'string' && { name }),
    },
  };
}
