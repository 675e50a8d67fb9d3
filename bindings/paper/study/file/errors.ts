/** Errors of a study name the place in the file: `tables.T5.models[1].vcov`. */
import * as v from 'valibot';
import { unexpected } from '../../../core/errors/bad-argument.js';
import { EconError, InputError } from '../../../core/errors/errors.js';
import { type UnknownKey, unknownKey, unknownKeyHere } from '../../../words/errors/keys.js';
import { unknownSet } from '../../../words/errors/paper/studies.js';
import { badKeyValue } from '../../../words/errors/values.js';
import { expectedBy, meantBy } from '../../../words/expects.js';
import { suggested } from '../../../words/text/suggestion.js';
import { type Told, toldAgain, toldOf } from '../../../words/told.js';
import { suggestionOf } from '../../../data/nearest.js';
import { pathOf } from '../../../models/schema/check.js';

/** `tables.T5` and `.models[1]`, with nothing twice. */
export function joinedPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

export function badStudyValue(path: string, expected: Told, value: unknown): InputError {
  const key = path === '' ? undefined : path;
  return new InputError(badKeyValue(unexpected(path, expected, value)), { of: 'study', key });
}

/** A set that does not exist, with the nearest one. */
export function noSuchSet(path: string, name: string, known: Iterable<string>): InputError {
  const detail = { path, found: name, meant: suggestionOf(name, known) };
  return new InputError(unknownSet(detail), { of: 'study', key: path });
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
    const meant = meantBy(unknown.message);
    const place = joinedPath(path, pathOf(unknown));
    throw new InputError(unknownKey({ path: place, meant, suggestion: suggested(meant) }), 'study');
  }
  const first = issues[0]!;
  throw badStudyValue(joinedPath(path, pathOf(first)), expectedBy(first.message), first.input);
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
  const told = toldAgain(error.told, { ...detail, path: place });
  if (code === 'unknown-key' && 'meant' in detail) {
    const here = unknownKeyHere(told.detail as UnknownKey);
    return new InputError(here, { of: 'study', key: place });
  }
  const rest = [
    ...(telling.of === subject ? [] : [telling.of]),
    ...(telling.key === key ? [] : [telling.key]),
  ].filter((one) => one !== undefined);
  return error.retold({
    of: 'study',
    key: place,
    told: rest.reduceRight<Told>(toldOf, told),
  });
}
