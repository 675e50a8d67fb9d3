/** Options after the comma of a Stata line, as parts of the formula and keys of the model. */
import { NoMeaning } from './no-meaning.js';
import { splitTop, wordsOf } from './split.js';
import * as said from '../../../words/errors/data/idioms.js';

/** Model keys that a line sets, as in a model file. */
export type ModelKeys = Readonly<Record<string, unknown>>;

export interface Options {
  readonly absorbed: readonly string[];
  readonly intercept: boolean;
  readonly keys: ModelKeys;
}

interface Part {
  readonly absorbed?: readonly string[];
  readonly intercept?: false;
  readonly keys?: ModelKeys;
}

const covarianceWords = new Map<string, string>(
  Object.entries({
    robust: 'robust',
    r: 'robust',
    hc0: 'HC0',
    hc1: 'HC1',
    hc2: 'HC2',
    hc3: 'HC3',
    hc4: 'HC4',
    cv1: 'CV1',
    cv2: 'CV2',
    cv3: 'CV3',
    unadjusted: 'unadjusted',
    conventional: 'unadjusted',
    ols: 'unadjusted',
    iid: 'unadjusted',
    hetero: 'robust',
  }),
);

const flags = new Map<string, Part>(
  Object.entries({
    robust: { keys: { vcov: { type: 'robust' } } },
    r: { keys: { vcov: { type: 'robust' } } },
    noconstant: { intercept: false },
    nocons: { intercept: false },
    noabsorb: {},
    small: { keys: { vcov: { small: true } } },
    fe: { keys: { effects: 'within' } },
    re: { keys: { effects: 'random' } },
    be: { keys: { effects: 'between' } },
    fd: { keys: { effects: 'first-difference' } },
  }),
);

const withArguments = new Map<string, (inside: string, part: string) => Part>(
  Object.entries({
    absorb: (inside) => ({ absorbed: wordsOf(inside) }),
    a: (inside) => ({ absorbed: wordsOf(inside) }),
    cluster: (inside) => ({ keys: { vcov: clustered(wordsOf(inside)) } }),
    cl: (inside) => ({ keys: { vcov: clustered(wordsOf(inside)) } }),
    vce: covariance,
    vcov: covariance,
    level: (inside) => ({ keys: { level: levelOf(Number(inside)) } }),
  }),
);

/** Turns Stata's 95 into 0.95. */
function levelOf(written: number): number {
  return written > 1 ? written / 100 : written;
}

function clustered(columns: readonly string[]) {
  return { type: 'cluster', cluster: columns.map((column) => column.replace(/^`(.*)`$/, '$1')) };
}

function covariance(inside: string, part: string): Part {
  const [word = '', ...columns] = wordsOf(inside);
  if (/^cl(?:u|us|ust|uste|uster)?$/i.test(word) && columns.length > 0) {
    return { keys: { vcov: clustered(columns) } };
  }
  const type = covarianceWords.get(word.toLowerCase());
  if (type !== undefined && columns.length === 0) return { keys: { vcov: { type } } };
  throw new NoMeaning(part, said.otherCovariance({ part }));
}

/** @throws NoMeaning for an unknown option, and for two options that set one key to different values */
export function readOptions(text: string): Options {
  const written = optionsIn(text);
  const parts = written.map(readOption);
  let keys: ModelKeys = {};
  parts.forEach((part, i) => {
    keys = merged(keys, part.keys ?? {}, written[i]!);
  });
  return {
    absorbed: parts.flatMap(({ absorbed = [] }) => absorbed),
    intercept: parts.every(({ intercept = true }) => intercept),
    keys,
  };
}

/** Clusters make `robust` clustered, as in Stata. */
function merged(before: ModelKeys, added: ModelKeys, part: string): ModelKeys {
  const result: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(added)) {
    const present = before[key];
    const clusters = [present, value].includes('cluster') && [present, value].includes('robust');
    if (isRecord(present) && isRecord(value)) result[key] = merged(present, value, part);
    else if (clusters) result[key] = 'cluster';
    else if (present === undefined || present === value) result[key] = value;
    else {
      throw new NoMeaning(part, said.twoOptions({ part, key }));
    }
  }
  return result;
}

function isRecord(value: unknown): value is ModelKeys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rewrites R arguments as options: `cluster = ~id + year` as `cluster(id year)`, `vcov = "HC3"` as `vcov(HC3)`. */
function optionsIn(text: string): readonly string[] {
  const calls = text
    .replace(
      /\b(?:cluster|vcov)\s*=\s*~\s*((?:[\w.]+|`[^`]*`)(?:\s*\+\s*(?:[\w.]+|`[^`]*`))*)/g,
      'cluster($1)',
    )
    .replace(/\b([a-z]+)\s*=\s*"([^"]*)"/g, '$1($2)');
  return splitTop(calls, /\s+(?!\()/y).parts.filter((part) => part !== '');
}

function readOption(part: string): Part {
  const [, name, inside] = /^([a-z]+)\s*(?:\((.*)\))?$/is.exec(part) ?? [];
  const known = inside === undefined ? flags.get(name ?? '') : undefined;
  if (known !== undefined) return known;
  const read = inside === undefined ? undefined : withArguments.get(name!);
  if (read !== undefined) return read(inside!.replace(/\+/g, ' ').trim(), part);
  throw new NoMeaning(part, said.otherOption({ part }));
}

const weightTypes = new Map<string, string>(
  Object.entries({
    a: 'analytic',
    f: 'frequency',
    p: 'probability',
  }),
);

/** `aw=pop`, `pweight = w`. */
export function weightsOf(text: string): ModelKeys {
  const [, letter, column] =
    /^\s*([a-z])w(?:e|ei|eig|eigh|eight|t)?\s*=\s*`?([^`\s]+)`?\s*$/.exec(text) ?? [];
  const type = weightTypes.get(letter ?? '');
  if (type !== undefined) return { weights: { column, type } };
  throw new NoMeaning(text, said.badWeights({ part: text }));
}
