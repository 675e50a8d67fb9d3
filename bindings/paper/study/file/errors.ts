/** Errors of a study name the place in the file: `tables.T5.models[1].vcov`. */
import * as v from 'valibot';
import { unexpected } from '../../../core/errors/bad-argument.js';
import { EconError, InputError } from '../../../core/errors/errors.js';
import { badKeyValue } from '../../../words/errors/values.js';
import type { Told } from '../../../words/told.js';
import { suggestion } from '../../../data/nearest.js';
import { pathOf } from '../../../models/schema/check.js';

/** `tables.T5` and `.models[1]`, with nothing twice. */
export function joinedPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

export function badStudyValue(path: string, expected: Told | string, value: unknown): InputError {
  const key = path === '' ? undefined : path;
  return new InputError(badKeyValue(unexpected(path, expected, value)), { of: 'study', key });
}

/** A name that does not exist, with the nearest one. */
export function unknownName(
  code: string,
  path: string,
  what: string,
  name: string,
  known: Iterable<string>,
): InputError {
  const message = `unknown ${what} "${name}"${suggestion(name, known)}`;
  return new InputError(code, message, { path, found: name }, { of: 'study', key: path });
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
    throw new InputError(
      'unknown-key',
      `unknown key ${place}${unknown.message}`,
      {
        path: place,
      },
      'study',
    );
  }
  const first = issues[0]!;
  throw badStudyValue(joinedPath(path, pathOf(first)), first.message, first.input);
}

/** Runs a function. Errors of a part of the study name its path instead of their subject. */
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
  const { code, detail, telling } = error;
  const inner = typeof detail['path'] === 'string' ? detail['path'] : '';
  const key = inner.startsWith(`${subject}.`) ? inner.slice(subject.length + 1) : inner;
  const place = joinedPath(path, key);
  const { suggestion: near } = detail;
  const isUnknown = code === 'unknown-key' && typeof near === 'string';
  const rest = error.retold({
    of: telling.of === subject ? undefined : telling.of,
    key: telling.key === key ? undefined : telling.key,
    excerpt: '',
    ...(isUnknown && { sentence: `unknown key${near}` }),
  });
  return error.retold({
    of: 'study',
    key: place,
    sentence: rest.message,
    detail: { ...detail, path: place },
  });
}
