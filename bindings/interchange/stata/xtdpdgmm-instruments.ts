/** The options `gmmiv()` and `iv()` of xtdpdgmm. */
import type { IvGroupInput, Lags } from '../../models/dpd/model.js';
import type { OneEquationInput } from '../one-equation.js';
import { checkTerms, wholeNumbers } from '../bounds.js';
import { lagsOfAll } from '../lags.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { readVarlist, type VarlistContext } from './read-varlist.js';
import { type Flag, type Options, readSuboptions, readWord } from './options.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** Instruments, each in one equation; those of the transformed equation name the transformation. */
export interface Instruments {
  readonly gmm: readonly OneEquationInput[];
  readonly iv: readonly IvGroupInput[];
}

type ModelName = keyof typeof modelNames;

/** Defaults from the options of the command. */
interface Defaults {
  readonly model: ModelName;
  readonly collapse: boolean;
}

const ivOptions: Options = {
  lagrange: { shortest: 1, argument: true },
  difference: { shortest: 1 },
  model: { shortest: 1, argument: true },
};

const gmmOptions: Options = {
  ...ivOptions,
  collapse: { shortest: 1 },
  nocollapse: { shortest: 3 },
};

const modelNames = { level: true, difference: true, fodev: true } as const;

/** `level`, `difference` or `fodev`, which may be abbreviated. */
export function readModelName(argument: Reader): ModelName {
  const name = readWord(argument, modelNames);
  if (!ended(argument)) throw unexpected(argument, 'one-name');
  return name;
}

/** Each variable is a separate group. */
export function readGmm(argument: Reader, defaults: Defaults, context: VarlistContext) {
  const vars = readVarlist(argument, context);
  const flags = readSuboptions(argument, gmmOptions, 'gmmiv()');
  const { model, names } = transformed(vars, flags, defaults);
  const least = model === 'difference' ? 1 : 0;
  const [first, last] = lagRange(flags.get('lagrange'), [least, null], null);
  const collapse = flags.has('collapse') || (defaults.collapse && !flags.has('nocollapse'));
  // A model differences the instruments of the level equation unless it sets passthru.
  const untouched = model === 'level' && !flags.has('difference');
  return (model === 'level' ? vars : names).map((name): OneEquationInput => {
    return {
      vars: [name],
      lags: model === 'fodev' ? dated(first, last) : [first, last],
      ...(collapse ? { collapse } : {}),
      ...placeOf(model),
      ...(untouched ? { passthru: true } : {}),
    };
  });
}

/** Untransformed variables in the equation of deviations become collapsed windows of one lag. */
export function readIv(argument: Reader, defaults: Defaults, context: VarlistContext): Instruments {
  const vars = readVarlist(argument, context);
  const flags = readSuboptions(argument, ivOptions, 'iv()');
  const { model, names } = transformed(vars, flags, defaults);
  const range = flags.get('lagrange');
  const [first, last] = lagRange(range, [0, 0], 'first');
  if (last === null) throw failure(argument, commandProblem['iv-last-lag'](), range!.offset);
  if (model === 'fodev') {
    const lags = wholeNumbers(first, last);
    checkTerms(argument, names.length * lags.length);
    const gmm = names.flatMap((name) =>
      lags.map((lag): OneEquationInput => {
        return { vars: [name], lags: dated(lag, lag), collapse: true, ...placeOf(model) };
      }),
    );
    return { gmm, iv: [] };
  }
  // A model differences the instruments of the differenced equation unless it sets passthru.
  const untouched = model === 'difference' && !flags.has('difference');
  const variables = model === 'difference' ? vars : names;
  const lagged = lagsOfAll(argument, variables, first, last);
  const group = { vars: lagged, ...placeOf(model), ...(untouched ? { passthru: true } : {}) };
  return { gmm: [], iv: [group] };
}

function transformed(
  vars: readonly string[],
  flags: ReadonlyMap<string, Flag>,
  { model: fallback }: Defaults,
) {
  const named = flags.get('model')?.argument;
  const model = named === undefined ? fallback : readModelName(named);
  return { model, names: flags.has('difference') ? vars.map((name) => `D.${name}`) : vars };
}

function placeOf(model: ModelName) {
  if (model === 'level') return { equation: 'level' } as const;
  return { equation: 'diff', transform: model === 'fodev' ? 'fod' : 'fd' } as const;
}

function dated(first: number, last: number | null): Lags {
  return [first + 1, last === null ? null : last + 1];
}

/** `lagrange(1 3)`, `lagrange(1 .)`; `alone` gives the last lag of `lagrange(1)`. */
function lagRange(flag: Flag | undefined, without: Lags, alone: 'first' | null): Lags {
  if (flag === undefined) return without;
  const argument = flag.argument!;
  const first = Number(expect(argument, /(-?\d+)/, 'first-lag')[1]);
  accept(argument, /,/);
  const second = accept(argument, /(-?\d+|\.)/)?.[1];
  if (!ended(argument)) throw unexpected(argument, 'two-lags');
  if (Number(second) < first) {
    throw failure(
      argument,
      commandProblem['ascending-lags-stata']({ first, last: second! }),
      flag.offset,
    );
  }
  if (second === undefined) return [first, alone === 'first' ? first : null];
  return [first, second === '.' ? null : Number(second)];
}
