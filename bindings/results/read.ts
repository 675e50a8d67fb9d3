import * as v from 'valibot';
import { isKeyed } from '../core/arguments/arguments.js';
import { EconError, InputError } from '../core/errors/errors.js';
import { counted, show } from '../words/text/messages.js';
import { kinds } from '../generated/result-shapes.js';
import type { FitResult } from './fit.js';
import { shaped, ShapeError } from './shape.js';

const omittedSchema = v.looseObject(
  {
    name: v.string('a name'),
    explainedBy: v.array(v.string('a name'), 'a list of names'),
  },
  'a name and what explains it',
);

/** The parts of a result that tests of coefficients read. */
const testedSchema = v.looseObject(
  {
    params: v.record(v.string(), v.number('a number'), 'coefficients by name'),
    statistic: v.picklist(['t', 'z'], 't or z'),
    dfResid: v.number('a number'),
    level: v.number('a number'),
    omitted: v.optional(v.array(omittedSchema, 'a list of {name, explainedBy}')),
    vcov: v.looseObject(
      {
        names: v.array(v.string('a name'), 'a list of names'),
        values: v.array(v.array(v.number('a number'), 'a row of numbers'), 'rows of numbers'),
      },
      'names and values',
    ),
  },
  ({ input }) => (input === undefined ? 'a value' : 'a result'),
);

/** What is wrong with a value, and where. */
export interface Problem {
  readonly path: string;
  readonly expected: string;
  readonly value: unknown;
}

/** The first part that tests of coefficients cannot read; undefined if there is none. */
export function testedProblem(value: object): Problem | undefined {
  const parsed = v.safeParse(testedSchema, value);
  if (!parsed.success) {
    const [{ path = [], message, input }] = parsed.issues;
    return { path: path.map(({ key }) => String(key)).join('.'), expected: message, value: input };
  }
  const { params, vcov } = parsed.output;
  const { names, values } = vcov;
  const square =
    values.length === names.length && values.every((row) => row.length === names.length);
  if (square && names.every((name) => Object.hasOwn(params, name))) return undefined;
  const expected = 'a square matrix with the names of the coefficients';
  return {
    path: 'vcov',
    expected,
    value: `${counted(values.length, 'row')} for ${counted(names.length, 'name')}`,
  };
}

/** True for a document that is a result, as `--json` prints it, rather than a model. */
export function isResult(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'params' in document;
}

/**
 * The result of a fit read from JSON, as `toJson` wrote it; one saved before results had a `kind` is accepted. A number
 * that JSON could not represent is NaN again.
 *
 * @throws InputError `bad-result` naming the key, what was expected and what was found
 */
export function parseResult(document: unknown): FitResult {
  if (!isKeyed(document))
    throw badResult({ path: '', expected: 'keys and values', value: document });
  const named = () => ('kind' in document ? document : { kind: 'fit', ...document });
  const result = checkedResult(readable(named), ['fit']) as FitResult;
  const problem = testedProblem(result);
  if (problem !== undefined) throw badResult(problem);
  return result;
}

/** The kinds of results. */
const resultKinds = Object.keys(kinds);

/**
 * The value if it has the shape of a result of its kind, with NaN for each null in the place of a number.
 *
 * @throws InputError `bad-result` naming the key, what was expected and what was found
 */
export function checkedResult(value: unknown, allowed: readonly string[] = resultKinds): unknown {
  const kind = readable(() => (isKeyed(value) ? value['kind'] : undefined));
  if (typeof kind !== 'string' || !allowed.includes(kind)) {
    const expected = allowed.length === 1 ? allowed[0]! : `one of ${allowed.join(', ')}`;
    throw badResult({ path: 'kind', expected, value: kind });
  }
  try {
    return shaped(kinds[kind]!, value);
  } catch (error) {
    if (error instanceof ShapeError) throw badResult({ ...error, path: error.path.join('.') });
    throw unreadable(error);
  }
}

/**
 * The return value of `read`. A getter that throws, or inconsistent parts, count as a bad result.
 *
 * @throws InputError `bad-result`, and other typed errors of `read`
 */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof EconError ? error : unreadable(error);
  }
}

function unreadable(error: unknown): InputError {
  return badResult({
    path: '',
    expected: 'a result whose parts belong together',
    value: String(error),
  });
}

function badResult({ path, expected, value }: Problem): InputError {
  const place = path === '' ? 'result' : `result: ${path}`;
  const message = `expected ${expected}, found ${show(value)}`;
  return new InputError('bad-result', message, { path, found: value }, place);
}
