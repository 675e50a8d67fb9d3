/**
 * The rows of one unit, written out: X, y and Z of every equation as dense matrices on the calendar grid, and H. Each
 * transformation is a matrix that multiplies the levels (Arellano and Bond, 1991; Arellano and Bover, 1995; Blundell and
 * Bond, 1998), instruments are functions of a row, and H is F F' of the transformations that the errors go through.
 */
import { dense, multiply, transpose, type Dense } from '../../dense.js';
import type { Model, Spec } from './panel.js';

export const PRIMARY = 0;
export const LEVELS = 1;
export const OTHER = 2;

export interface Unit {
  /** Whether the stack has the row: T rows for each block. */
  readonly used: readonly boolean[];
  readonly weights: readonly number[];
  /** Rows that the unit does not have are zero; with weights X and y are rows times their weight. */
  readonly x: Dense;
  readonly y: Dense;
  readonly z: Dense;
  readonly h: Dense;
}

const blocks = ({ mixed, system }: Model) => (mixed ? 3 : system ? 2 : 1);
const transformOf = ({ transform }: Model, block: number) =>
  block === OTHER ? (transform === 'fd' ? 'fod' : 'fd') : transform;

/** Coefficients of the levels in each transformed row, by period; no coefficients where the unit lacks the row. */
type Transformation = readonly (readonly number[] | undefined)[];

/** The last complete period before each one: the adjacent one, or the nearest where gaps are bridged. */
function previous(model: Model, i: number): (number | undefined)[] {
  const whole = model.panel.complete[i]!.map((bits) => (bits & 1) !== 0);
  return whole.map((complete, t) => {
    const from = whole.lastIndexOf(true, t - 1);
    if (!complete || t === 0 || from < 0) return undefined;
    return model.bridge || from === t - 1 ? from : undefined;
  });
}

function differences(model: Model, i: number): Transformation {
  return previous(model, i).map((from, t, all) =>
    from === undefined ? undefined : all.map((_, s) => Number(s === t) - Number(s === from)),
  );
}

/** A deviation from the mean of the m later complete periods, stored one period late. */
function deviations({ panel }: Model, i: number): Transformation {
  const whole = panel.complete[i]!.map((bits) => (bits & 1) !== 0);
  return whole.map((_, row) => {
    const t = row - 1;
    const later = whole.filter((complete, s) => complete && s > t).length;
    if (!whole[t] || later === 0) return undefined;
    const scale = Math.sqrt(later / (later + 1));
    return whole.map((complete, s) => (s === t ? scale : complete && s > t ? -scale / later : 0));
  });
}

function transformation(model: Model, i: number, block: number): Transformation {
  const kind = transformOf(model, block);
  if (kind === 'level') return model.panel.complete[i]!.map(() => undefined);
  return kind === 'fd' ? differences(model, i) : deviations(model, i);
}

/** The coefficients of every row of the stack. */
function stackOf(model: Model, i: number): Transformation {
  const levels = model.panel.complete[i]!.map((bits, t, all) =>
    bits & 2 ? all.map((_, s) => Number(s === t)) : undefined,
  );
  const parts = [transformation(model, i, PRIMARY)];
  if (blocks(model) > 1) parts.push(model.system ? levels : levels.map(() => undefined));
  if (model.mixed) parts.push(transformation(model, i, OTHER));
  return parts.flat();
}

/** The product of coefficients and a column, of which zero times a missing value is zero. */
function applied(coefficients: readonly number[], column: readonly number[]): number {
  return coefficients.reduce((sum, c, t) => (c === 0 ? sum : sum + c * column[t]!), 0);
}

/** An instrument as a function of a unit and a row: the value in a block at period t, NaN or 0 for none. */
type Instrument = (i: number, block: number, t: number) => number;

const serves = ({ equation }: Spec, level: boolean) =>
  equation === 'both' || (equation === 'level') === level;

/** The period that the lags of a row count from: after a bridged gap, the one after the row that is subtracted. */
function dating(model: Model, i: number, block: number, t: number): number {
  if (block === LEVELS || transformOf(model, block) !== 'fd') return t;
  return (previous(model, i)[t] ?? t - 1) + 1;
}

/** The columns of one GMM-style variable, one for each period and lag or, collapsed, for each lag. */
function gmmColumns(model: Model, spec: Spec): Instrument[] {
  const { nperiods, vars } = model.panel;
  const values = vars[spec.column]!;
  const lags = Array.from({ length: spec.to - spec.from + 1 }, (_, l) => spec.from + l);
  const periods = spec.collapse ? [undefined] : Array.from({ length: nperiods }, (_, t) => t);
  const columns: Instrument[] = [];
  if (serves(spec, false)) {
    for (const period of periods) {
      for (const lag of lags) {
        columns.push((i, block, t) => {
          const dated = dating(model, i, block, t);
          if (block !== (spec.other ? OTHER : PRIMARY)) return 0;
          return period === undefined || period === dated ? (values[i]![dated - lag] ?? 0) : 0;
        });
      }
    }
  }
  if (!serves(spec, true) || !model.system) return columns;
  // A variable of both equations has one difference in levels, dated a period after the shallowest lag.
  const shifted = spec.from > 0 ? spec.from - 1 : spec.to > 0 ? 0 : spec.to - 1;
  for (const period of periods) {
    for (const lag of spec.equation === 'both' ? [shifted] : lags) {
      columns.push((i, block, t) => {
        if (block !== LEVELS || (period !== undefined && period !== t)) return 0;
        const value = values[i]![t - lag] ?? NaN;
        return spec.passthru ? value : value - (values[i]![t - lag - 1] ?? NaN);
      });
    }
  }
  return columns;
}

/** The column of an ordinary instrument, transformed like the regressors, or of the constant. */
function ordinaryColumns(model: Model, spec: Spec): Instrument[] {
  const inLevels = model.system && serves(spec, true);
  const transformed = serves(spec, false);
  if (!inLevels && !transformed) return [];
  return [
    (i, block, t) => {
      const values = model.panel.vars[spec.column]![i]!;
      if (block === LEVELS) return inLevels ? (spec.kind === 'constant' ? 1 : values[t]!) : 0;
      if (!transformed || block !== (spec.other ? OTHER : PRIMARY)) return 0;
      return spec.passthru ? values[t]! : applied(transformation(model, i, block)[t]!, values);
    },
  ];
}

/** Z of one unit over all potential columns. */
function instruments(model: Model, i: number, used: readonly boolean[]): Dense {
  const { nperiods } = model.panel;
  const columns = model.specs.flatMap((spec) =>
    spec.kind === 'gmm' ? gmmColumns(model, spec) : ordinaryColumns(model, spec),
  );
  return dense(used.length, columns.length, (r, l) => {
    if (!used[r]) return 0;
    const value = columns[l]!(i, Math.floor(r / nperiods), r % nperiods);
    return Number.isNaN(value) ? 0 : value;
  });
}

/** Row r of the T x T matrix of forward deviations of a unit without gaps, stored a period late. */
function nominal(nperiods: number, r: number): number[] {
  const later = nperiods - r;
  const scale = Math.sqrt(later / (later + 1));
  return Array.from({ length: nperiods }, (_, s) =>
    s === r - 1 ? scale : s >= r ? -scale / later : 0,
  );
}

/** H over the rows of the stack: F F', within blocks where h is 2, or the identity; D H D with weights. */
function errorsOf(model: Model, stack: Transformation, weights: readonly number[]): Dense {
  const { nperiods } = model.panel;
  const blockOf = (r: number) => Math.floor(r / nperiods);
  const f = dense(stack.length, nperiods, (r, s) => {
    if (!stack[r]) return 0;
    const deviates = blockOf(r) !== LEVELS && transformOf(model, blockOf(r)) === 'fod';
    return (deviates ? nominal(nperiods, r % nperiods) : stack[r])[s]!;
  });
  const ff = multiply(f, transpose(f));
  return dense(stack.length, stack.length, (r, q) => {
    if (!stack[r] || !stack[q]) return 0;
    const root = Math.sqrt(weights[r]! * weights[q]!);
    if (model.h === 1) return r === q ? root : 0;
    return model.h === 2 && blockOf(r) !== blockOf(q) ? 0 : root * ff.values[r + q * stack.length]!;
  });
}

/** The weight of a row of the stack: of its period, or the latest one before that has one. */
function weightsOf({ panel }: Model, i: number, stack: Transformation): number[] {
  return stack.map((row, r) => {
    if (!panel.weights || !row) return 1;
    let t = r % panel.nperiods;
    while (t > 0 && !panel.rows[i]![t]) t--;
    return panel.rows[i]![t] ? panel.weights[i]![t]! : 0;
  });
}

function unitOf(model: Model, i: number): Unit {
  const { vars, nperiods } = model.panel;
  const stack = stackOf(model, i);
  const weights = weightsOf(model, i, stack);
  const value = (column: number, r: number) =>
    stack[r] ? applied(stack[r], vars[column]![i]!) : 0;
  const k = model.nregressors + Number(model.constant);
  const used = stack.map((row) => row !== undefined);
  return {
    used,
    weights,
    x: dense(stack.length, k, (r, j) =>
      j < model.nregressors
        ? value(j + 1, r)
        : Number(used[r]! && Math.floor(r / nperiods) === LEVELS),
    ),
    y: dense(stack.length, 1, (r) => value(0, r)),
    z: instruments(model, i, used),
    h: errorsOf(model, stack, weights),
  };
}

/** Every unit, with the instruments that are not zero everywhere and, but for frequencies, weights that sum to the rows. */
export function unitsOf(model: Model): Unit[] {
  const { panel } = model;
  const plain = Array.from({ length: panel.nunits }, (_, i) => unitOf(model, i));
  const width = plain[0]!.z.columns;
  const kept = Array.from({ length: width }, (_, l) => l).filter((l) =>
    plain.some(({ z }) => z.values.subarray(l * z.rows, (l + 1) * z.rows).some((v) => v !== 0)),
  );
  const reported = model.system ? LEVELS : PRIMARY;
  const rows = plain.flatMap(({ used, weights }) =>
    weights.filter((_, r) => used[r] && Math.floor(r / panel.nperiods) === reported),
  );
  const total = rows.reduce((sum, weight) => sum + weight, 0);
  const factor = panel.weights && !model.frequency ? rows.length / total : 1;
  return plain.map((unit) => {
    const weights = unit.weights.map((weight, r) => (unit.used[r] ? factor * weight : 1));
    const weigh = (a: Dense) =>
      dense(a.rows, a.columns, (r, j) => weights[r]! * a.values[r + j * a.rows]!);
    return {
      used: unit.used,
      weights,
      x: weigh(unit.x),
      y: weigh(unit.y),
      z: dense(unit.z.rows, kept.length, (r, l) => unit.z.values[r + kept[l]! * unit.z.rows]!),
      h: dense(unit.h.rows, unit.h.rows, (r, q) => factor * unit.h.values[r + q * unit.h.rows]!),
    };
  });
}
