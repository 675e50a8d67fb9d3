/** Tables and figures that could not be made, with the place in the study. */
import { EconError } from '../../core/errors.js';
import type { FailedEntry } from '../result.js';

const places = new WeakMap<object, string>();

/** What `run` returns; its errors remember the place of the model or table, and messages start with its name. */
export async function naming<Result>(
  id: string,
  path: string,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof EconError) || places.has(error)) throw error;
    const named = withName(error, id);
    places.set(named, path);
    throw named;
  }
}

function withName(error: EconError, id: string): EconError {
  const { code, message, detail, status } = error;
  const [sentence = '', ...excerpt] = message.split('\n');
  const Class = error.constructor as new (
    ...args: [string, string, EconError['detail'], number, string]
  ) => EconError;
  return new Class(code, `${id}: ${sentence}`, detail, status, excerpt.join('\n'));
}

/** The entry of a table or figure that failed; an error that is none of ours is thrown. */
export function failedEntry(id: string, path: string, error: unknown): FailedEntry {
  if (!(error instanceof EconError)) throw error;
  const { code, message, detail } = error;
  const { column } = detail;
  return {
    id,
    error: {
      code,
      message,
      path: places.get(error) ?? path,
      ...(typeof column === 'string' && { name: column }),
    },
  };
}
