/** Errors of a study name the place in the file: `tables.T5.models[1].vcov`. */
import * as v from 'valibot';
import { EconError, InputError } from '../../../core/errors/errors.js';
import { show } from '../../../core/text/messages.js';
import { suggestion } from '../../../data/nearest.js';
import { pathOf } from '../../../models/schema/check.js';

/** `tables.T5` and `.models[1]`, with nothing twice. */
export function joinedPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

export function badStudyValue(path: string, expected: string, value: unknown): InputError {
  const where = path === '' ? 'study' : `study: ${path}`;
  const message = `${where}: expected ${expected}, found ${show(value)}`;
  return new InputError('bad-value', message, { path, expected, found: value });
}

/** A name that does not exist, with the nearest one. */
export function unknownName(
  code: string,
  path: string,
  what: string,
  name: string,
  known: Iterable<string>,
): InputError {
  const message = `study: ${path}: unknown ${what} "${name}"${suggestion(name, known)}`;
  return new InputError(code, message, { path, found: name });
}

/**
 * Reads a part of the study by its schema.
 *
 * @throws InputError `unknown-key`, `bad-value`
 */
export function readPart<const Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const { issues } = parsed;
  const unknown = issues.find((issue) => issue.expected === 'never');
  if (unknown !== undefined) {
    const place = joinedPath(path, pathOf(unknown));
    throw new InputError('unknown-key', `study: unknown key ${place}${unknown.message}`, {
      path: place,
    });
  }
  const first = issues[0]!;
  throw badStudyValue(joinedPath(path, pathOf(first)), first.message, first.input);
}

/** What `run` returns. Errors of a part of the study name its path instead of their subject. */
export function within<Result>(path: string, run: () => Result, subject = 'model'): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof EconError) throw placed(error, path, subject);
    throw error;
  }
}

/** The error with its place in the study: `model: vcov.type: …` becomes `study: tables.T4.models[0].vcov.type: …`. */
function placed(error: EconError, path: string, subject: string): EconError {
  const { code, message, detail, status } = error;
  const [sentence = '', ...excerpt] = message.split('\n');
  const inner = typeof detail['path'] === 'string' ? detail['path'] : '';
  const key = inner.replace(new RegExp(`^${subject}\\.`), '');
  const place = joinedPath(path, key);
  const rest = sentence
    .replace(`${subject}: `, '')
    .replace(key === '' ? '' : `${key}: `, '')
    .replace(/^unknown key \S+/, 'unknown key');
  const Class = error.constructor as new (
    ...args: [string, string, EconError['detail'], number, string]
  ) => EconError;
  const words = `study: ${place}: ${rest}`;
  return new Class(code, words, { ...detail, path: place }, status, excerpt.join('\n'));
}
