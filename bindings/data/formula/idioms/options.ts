/** Options after the comma of a Stata line, as parts of the formula and keys of the model. */
import { NoMeaning } from './no-meaning.js';
import { splitTop, wordsOf } from './split.js';

/** Keys of the model that a line sets, in the form of the model file. */
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

const covarianceWords: Readonly<Record<string, string>> = {
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
};

const flags: Readonly<Record<string, Part>> = {
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
};

const arguments_: Readonly<Record<string, (inside: string, part: string) => Part>> = {
  absorb: (inside) => ({ absorbed: wordsOf(inside) }),
  a: (inside) => ({ absorbed: wordsOf(inside) }),
  cluster: (inside) => ({ keys: { vcov: clustered(wordsOf(inside)) } }),
  cl: (inside) => ({ keys: { vcov: clustered(wordsOf(inside)) } }),
  vce: covariance,
  vcov: covariance,
  level: (inside) => ({ keys: { level: levelOf(Number(inside)) } }),
};

/** Stata's 95 is 0.95. */
function levelOf(written: number): number {
  return written > 1 ? written / 100 : written;
}

function clustered(columns: readonly string[]) {
  return { type: 'cluster', cluster: columns.flatMap((column) => column.split(/[+&]/)) };
}

function covariance(inside: string, part: string): Part {
  const [word = '', ...columns] = wordsOf(inside);
  if (/^cl(?:u|us|ust|uste|uster)?$/i.test(word) && columns.length > 0) {
    return { keys: { vcov: clustered(columns) } };
  }
  const type = covarianceWords[word.toLowerCase()];
  if (type !== undefined && columns.length === 0) return { keys: { vcov: { type } } };
  throw new NoMeaning(
    part,
    `${part}: expected vce(robust), vce(cluster COLUMN) or vce(hc3); write other covariances as the key vcov, or as --vcov at the command line`,
  );
}

/** @throws NoMeaning for an option that is not known */
export function readOptions(text: string): Options {
  const parts = optionsIn(text).map(readOption);
  const keys: Record<string, unknown> = {};
  for (const { keys: some = {} } of parts) {
    for (const [key, value] of Object.entries(some)) {
      keys[key] = isRecord(value) ? { ...(keys[key] as object), ...value } : value;
    }
  }
  return {
    absorbed: parts.flatMap(({ absorbed = [] }) => absorbed),
    intercept: parts.every(({ intercept = true }) => intercept),
    keys,
  };
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** `name = value` of R is `name(value)`; its `~id + year` is a list. */
function optionsIn(text: string): readonly string[] {
  const calls = text.replace(
    /\b([a-z]+)\s*=\s*~?\s*("[^"]*"|[\w.+ ]+?)(?=\s*$|\s+[a-z]+\s*[=(])/g,
    '$1($2)',
  );
  return splitTop(calls, /\s+(?!\()/y).parts.filter((part) => part !== '');
}

function readOption(part: string): Part {
  const [, name, inside] = /^([a-z]+)\s*(?:\((.*)\))?$/is.exec(part) ?? [];
  const known = inside === undefined ? flags[name ?? ''] : undefined;
  if (known !== undefined) return known;
  const read = inside === undefined ? undefined : arguments_[name!];
  if (read !== undefined) return read(inside!.replace(/["+]/g, ' ').trim(), part);
  const examples = 'absorb(id) vce(cluster id), robust or noconstant';
  throw new NoMeaning(
    part,
    `${part}: expected options such as ${examples}, found another one; write it as a key of the model`,
  );
}

const weightTypes: Readonly<Record<string, string>> = {
  a: 'analytic',
  f: 'frequency',
  p: 'probability',
};

/** `aw=pop`, `pweight = w`. */
export function weightsOf(text: string): ModelKeys {
  const [, letter, column] =
    /^\s*([a-z])w(?:e|ei|eig|eigh|eight|t)?\s*=\s*`?([^`\s]+)`?\s*$/.exec(text) ?? [];
  const type = weightTypes[letter ?? ''];
  if (type !== undefined) return { weights: { column, type } };
  throw new NoMeaning(
    text,
    `[${text}]: expected aw, pw or fw and a column; write [aw=COLUMN], or the key weights`,
  );
}
