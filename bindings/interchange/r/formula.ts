/** Formulas of pgmm(): `n ~ lag(n, 1:2) + log(w) + k | lag(n, 2:99) | k`. */
import { checkTerms, nested, wholeNumbers } from '../bounds.js';
import { parseTerms, termName } from '../../data/index.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';

/** A variable and its lags; lag 0 is the variable. */
export interface LaggedSeries {
  /** The name as in the formula of a model. */
  readonly name: string;
  readonly lags: readonly number[];
  readonly offset: number;
}

interface FormulaParts {
  readonly outcome: string;
  readonly regressors: readonly LaggedSeries[];
  readonly windows: readonly LaggedSeries[];
  /** Undefined without a third part. */
  readonly instruments: readonly LaggedSeries[] | undefined;
}

const functions = ['log', 'exp', 'sqrt', 'abs'];

/** Reads the whole formula. Throws InputError `command-syntax` with a caret. */
export function readParts(reader: Reader): FormulaParts {
  const outcome = readSeries(reader);
  expect(reader, /~/, 'tilde');
  const regressors = readSum(reader);
  expect(reader, /\|/, 'bar-before-windows');
  const windows = readSum(reader);
  const instruments = accept(reader, /\|/) === undefined ? undefined : readSum(reader);
  if (!ended(reader)) throw unexpected(reader, 'end-of-formula');
  return { outcome, regressors, windows, instruments };
}

/** Terms separated by `+`. Lags of one variable are joined, as in pgmm(). */
function readSum(reader: Reader): LaggedSeries[] {
  const byName = new Map<string, LaggedSeries>();
  do {
    const term = readTerm(reader);
    const before = byName.get(term.name);
    const lags = [...(before?.lags ?? []), ...term.lags];
    checkTerms(reader, lags.length);
    byName.set(term.name, { ...(before ?? term), lags: [...new Set(lags)].sort((a, b) => a - b) });
  } while (accept(reader, /\+/) !== undefined);
  return [...byName.values()];
}

function readTerm(reader: Reader): LaggedSeries {
  const call = accept(reader, /lag\s*\(/);
  const offset = reader.position - (call?.[0].length ?? 0);
  const name = readSeries(reader);
  if (call === undefined) return { name, lags: [0], offset };
  const lags = accept(reader, /,/) === undefined ? [1] : readLags(reader);
  expect(reader, /\)/, 'parenthesis-after-lags');
  return { name, lags, offset };
}

/** `2`, `1:3` or `c(1, 3)`. */
function readLags(reader: Reader): number[] {
  accept(reader, /k\s*=/);
  if (accept(reader, /c\s*\(/) !== undefined) {
    const lags = nested(reader, () => readLags(reader));
    while (accept(reader, /,/) !== undefined) {
      checkTerms(reader, lags.push(...nested(reader, () => readLags(reader))));
    }
    expect(reader, /\)/, { oneOf: ['")"'] });
    return lags;
  }
  const [, from] = expect(reader, /(-?\d+)/, 'lag-or-range');
  const to = accept(reader, /:\s*(-?\d+)/)?.[1] ?? from!;
  if (+to < +from!) {
    throw failure(
      reader,
      scriptProblem['ascending-range']({ from: from!, to }),
      reader.position - 1,
    );
  }
  return wholeNumbers(+from!, +to);
}

/** A column, a function or a power of one, as a term of a model's formula. */
function readSeries(reader: Reader): string {
  const { position: start } = reader;
  const quoted = accept(reader, /`[^`]+`/);
  if (quoted !== undefined) return quoted[0];
  const call = accept(reader, /([A-Za-z][\w.]*)\s*\(/);
  if (call === undefined) return columnName(expect(reader, /[A-Za-z.][\w.]*/, 'variable')[0]);
  const [, name] = call;
  const inner = nested(reader, () => readSeries(reader));
  if (name === 'I') {
    const [, exponent] = expect(reader, /\^\s*(\d+)/, 'power');
    expect(reader, /\)/, { oneOf: ['")"'] });
    return termName(parseTerms(`${inner}^${exponent!}`)[0]!);
  }
  if (!functions.includes(name!)) {
    const problem = commandFault['formula-function']({
      language: undefined,
      name: name!,
      known: ['lag', 'I', ...functions],
    });
    throw failure(reader, problem, start);
  }
  expect(reader, /\)/, { oneOf: ['")"'] });
  return `${name!}(${inner})`;
}

/** Names in R may contain periods, which are operators in the formula of a model. */
function columnName(name: string): string {
  return /^\w+$/.test(name) ? name : `\`${name}\``;
}
