import * as v from 'valibot';
import { expectedBy, expects } from '../words/expects.js';
import type { Told } from '../words/told.js';
import { isKeyed } from '../core/arguments/arguments.js';
import { EconError, InputError } from '../core/errors/errors.js';
import { resultKinds } from './shape-text.js';
import type { FitResult } from './fit.js';
import { shaped, ShapeError } from './shape.js';
import { badResultValue } from '../words/errors/values.js';
import {
  aValue,
  aNumber,
  eitherOf,
  keysAndValues,
  oneOfWords,
  aName,
  listOfNames,
} from '../words/expectations/values.js';
import * as wanted from '../words/expectations/analysis/results.js';
import { unexpected } from '../core/errors/bad-argument.js';

const omittedSchema = v.looseObject(
  {
    name: v.string(expects(aName())),
    explainedBy: v.array(v.string(expects(aName())), expects(listOfNames())),
  },
  expects(wanted.nameAndExplanation()),
);

/** The parts of a result that tests of coefficients read. */
const testedSchema = v.looseObject(
  {
    params: v.record(
      v.string(),
      v.number(expects(aNumber())),
      expects(wanted.coefficientsByName()),
    ),
    statistic: v.picklist(['t', 'z'], expects(eitherOf({ words: ['t', 'z'] }))),
    dfResid: v.number(expects(aNumber())),
    level: v.number(expects(aNumber())),
    omitted: v.optional(v.array(omittedSchema, expects(wanted.listOfOmitted()))),
    vcov: v.looseObject(
      {
        names: v.array(v.string(expects(aName())), expects(listOfNames())),
        values: v.array(
          v.array(v.number(expects(aNumber())), expects(wanted.rowOfNumbers())),
          expects(wanted.rowsOfNumbers()),
        ),
      },
      expects(wanted.namesAndValues()),
    ),
  },
  ({ input }) => expects(input === undefined ? aValue() : wanted.aResult()),
);

/** What is wrong with a value, and where. */
export interface Problem {
  readonly path: string;
  readonly expected: Told;
  readonly value: unknown;
  /** What was found in the value. */
  readonly finding?: Told;
}

/** The first part that tests of coefficients cannot read; undefined if there is none. */
export function testedProblem(value: object): Problem | undefined {
  const parsed = v.safeParse(testedSchema, value);
  if (!parsed.success) {
    const [{ path = [], message, input }] = parsed.issues;
    const place = path.map(({ key }) => String(key)).join('.');
    return { path: place, expected: expectedBy(message), value: input };
  }
  const { params, vcov } = parsed.output;
  const { names, values } = vcov;
  const square =
    values.length === names.length && values.every((row) => row.length === names.length);
  if (square && names.every((name) => Object.hasOwn(params, name))) return undefined;
  const finding = wanted.rowsForNames({ rows: values.length, names: names.length });
  return { path: 'vcov', expected: wanted.squareOfCoefficients(), value: finding.text, finding };
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
  if (!isKeyed(document)) throw badResult({ path: '', expected: keysAndValues(), value: document });
  const named = () => ('kind' in document ? document : { kind: 'fit', ...document });
  const result = checkedResult(readable(named), ['fit']) as FitResult;
  const problem = testedProblem(result);
  if (problem !== undefined) throw badResult(problem);
  return result;
}

/**
 * The value if it has the shape of a result of its kind, with NaN for each null in the place of a number.
 *
 * @throws InputError `bad-result` naming the key, what was expected and what was found
 */
export function checkedResult(
  value: unknown,
  allowed: readonly string[] = Object.keys(resultKinds()),
): unknown {
  const kind = readable(() => (isKeyed(value) ? value['kind'] : undefined));
  if (typeof kind !== 'string' || !allowed.includes(kind)) {
    const expected =
      allowed.length === 1
        ? wanted.kindOfResult({ kind: allowed[0]! })
        : oneOfWords({ words: allowed });
    throw badResult({ path: 'kind', expected, value: kind });
  }
  try {
    return shaped(resultKinds()[kind]!, value);
  } catch (error) {
    if (error instanceof ShapeError) {
      const { expected, value: part, path } = error;
      throw badResult({ path: path.join('.'), expected, value: part });
    }
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
  const problem = { path: '', expected: wanted.partsTogether(), value: String(error) };
  return badResult(problem, error);
}

function badResult({ path, expected, value, finding }: Problem, cause?: unknown): InputError {
  const detail = { ...unexpected(path, expected, value), finding };
  const key = path === '' ? undefined : path;
  return new InputError(badResultValue(detail), { of: 'result', key, cause });
}
