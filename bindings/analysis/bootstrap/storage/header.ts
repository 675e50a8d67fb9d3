/** The header of a checkpoint: its schema, and checks that its parts agree. */
import { wrongHeader } from '../../../words/errors/bootstrap/checkpoints.js';
import * as wanted from '../../../words/expectations/checkpoints.js';
import { aRange, listOfRanges } from '../../../words/expectations/core/jobs.js';
import {
  aList,
  aNumber,
  aText,
  aWholeNumber,
  eitherOf,
  keysAndValues,
  listOfTexts,
  numberAtLeast,
} from '../../../words/expectations/values.js';
import { expectedBy, expects } from '../../../words/expects.js';
import type { Told } from '../../../words/told.js';
import * as v from 'valibot';
import { between, flag, oneOf } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import type { Range } from '../../../core/jobs/ranges.js';
import type { FitResult } from '../../../results/fit.js';
import type { SummaryOptions } from '../summary/options.js';
import type { RunIdentity } from './identity.js';

/** The run that the replicates belong to, with everything that their summary needs. */
export interface Belonging {
  readonly run: RunIdentity;
  readonly fit: FitResult;
  readonly summary: SummaryOptions;
}

export interface Header extends Belonging {
  /** Always a whole run; earlier versions could save part of one. */
  readonly shard: typeof wholeRun;
  /** Numbers per replicate. */
  readonly width: number;
  /** Finished replicates in ascending order. */
  readonly ranges: readonly Range[];
}

export const wholeRun = { index: 1, of: 1 } as const;

const keys = expects(keysAndValues());
const text = v.string(expects(aText()));
const texts = v.array(text, expects(listOfTexts()));
const number = v.number(expects(aNumber()));
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, expects(wanted.sha256())));
const count = v.pipe(
  number,
  v.safeInteger(expects(aWholeNumber())),
  v.minValue(0, expects(numberAtLeast({ low: 0 }))),
);
const positive = v.pipe(count, v.minValue(1, expects(numberAtLeast({ low: 1 }))));
const one = v.literal(1, expects(eitherOf({ words: ['1'] })));
const values = v.looseObject({}, keys);
const scheme = v.looseObject({ scheme: text }, keys);
const recenter = v.optional(
  v.union(
    [v.boolean(), v.literal('brown-newey')],
    expects(eitherOf({ words: ['true', 'false', 'brown-newey'] })),
  ),
);

const run = v.strictObject(
  {
    model: v.record(v.string(), v.unknown(), keys),
    data: hash,
    scheme,
    seed: count,
    reps: positive,
    recenter,
    statistics: texts,
    build: hash,
  },
  keys,
);

const fit = v.looseObject(
  {
    kind: v.literal('fit', expects(eitherOf({ words: ['fit'] }))),
    estimator: text,
    params: v.record(v.string(), number, keys),
    stdErrors: values,
    tests: values,
    sample: values,
    warnings: v.array(values, expects(aList())),
    engine: v.looseObject({ version: text, sha256: hash }, keys),
  },
  keys,
);

const summary = v.looseObject(
  {
    scheme,
    seed: count,
    recenter,
    arCentred: v.optional(flag),
    ci: texts,
    level: between(0, 1),
    pValue: oneOf(['symmetric', 'equal-tail', 'greater', 'less']),
    precision: v.optional(number),
    tests: v.optional(texts),
    expressions: v.optional(texts),
    jackknife: v.optional(values),
    inverted: v.optional(values),
  },
  keys,
);

const range = v.strictObject({ first: count, end: positive }, expects(aRange()));
const shape = v.strictObject(
  {
    run,
    shard: v.strictObject({ index: one, of: one }, keys),
    fit,
    summary,
    width: positive,
    ranges: v.array(range, expects(listOfRanges())),
  },
  keys,
);

/** In JSON, a number that JSON cannot express (NaN, an infinity or -0) is an object with this key. */
const NUMBER = '#number';

export function writeHeader(header: Header): string {
  return JSON.stringify(header, (_, value: unknown) =>
    typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? { [NUMBER]: Object.is(value, -0) ? '-0' : String(value) }
      : value,
  );
}

/**
 * Reads what `writeHeader` wrote. Facts that a header states twice must agree, and its replicates must belong to its
 * run.
 *
 * @throws InputError `bad-checkpoint` naming the file
 */
export function readHeader(name: string, json: string): Header {
  if (depthOf(json) > DEEPEST) throw badHeader(name, '', wanted.shallowJson({ most: DEEPEST }));
  const value = parseJson(name, json);
  const parsed = v.safeParse(shape, value);
  if (!parsed.success) {
    const [{ path = [], message }] = parsed.issues;
    throw badHeader(name, path.map(({ key }) => String(key)).join('.'), expectedBy(message));
  }
  const header = value as Header; // the output of the schema has its keys in another order
  const wrong = rules.find(([, holds]) => !holds(header));
  if (wrong !== undefined) throw badHeader(name, wrong[0], wanted.agreement({ part: wrong[0] }));
  return header;
}

/**
 * Maximum nesting of a header. Those that a bootstrap writes are shallower; recursive functions fail at thousands of
 * levels.
 */
const DEEPEST = 100;

/** The largest number of open braces and brackets, not counting those in texts. */
function depthOf(json: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let place = 0; place < json.length; ++place) {
    const letter = json[place];
    if (letter === '\\') ++place;
    else if (letter === '"') inText = !inText;
    else if (inText) continue;
    else if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    else if (letter === ']' || letter === '}') --depth;
  }
  return deepest;
}

function parseJson(name: string, json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown) =>
      typeof value === 'object' && value !== null && NUMBER in value
        ? Number(value[NUMBER])
        : value,
    );
  } catch {
    throw badHeader(name, '', wanted.someJson());
  }
}

type Rule = readonly [part: wanted.HeaderPart, holds: (header: Header) => boolean];

const rules: readonly Rule[] = [
  ['ranges', inOrder],
  ['width', ({ width, ...rest }) => width === widthOf(rest)],
  ['summary', sameDraws],
  ['fit.engine', (header) => header.fit.engine.sha256 === header.run.build],
  ['fit', sameEstimator],
];

function inOrder({ run: { reps }, ranges }: Header): boolean {
  const starts = [0, ...ranges.map(({ end }) => end)];
  return ranges.every(({ first, end }, i) => starts[i]! <= first && first < end && end <= reps);
}

function widthOf({ fit: { params }, run: { statistics } }: Belonging): number {
  return Object.keys(params).length + statistics.length;
}

function sameDraws({ run, summary }: Header): boolean {
  const drawn = ({ scheme, seed, recenter }: RunIdentity | SummaryOptions) =>
    JSON.stringify([scheme, seed, recenter]);
  return drawn(run) === drawn(summary);
}

function sameEstimator({ fit, run }: Header): boolean {
  return fit.estimator === run.model['estimator'];
}

function badHeader(name: string, path: string, expectation: Told): InputError {
  const place = path === '' ? 'header' : `header: ${path}`;
  const told = wrongHeader({ file: name, path, expected: expectation.text, expectation });
  return new InputError(told, { of: name, key: place });
}
