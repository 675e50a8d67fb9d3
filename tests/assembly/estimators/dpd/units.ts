/**
 * The rows of one unit, written out: X, y and Z of every equation as dense matrices on the calendar grid, and H. Each
 * transformation is a matrix that multiplies the levels (Arellano and Bond, 1991; Arellano and Bover, 1995; Blundell and
 * Bond, 1998), instruments are functions of a row, and H is F F' of the transformations that the errors go through.
 */
import { dense, multiply, transpose, type Dense } from '../../dense.js';
import type { Model, Spec } from './panel.js';

export const PRIMARY = 0;
export const LEVELS = 1;
const OTHER = 2;

export interface Unit {
  /** Whether the stack has the row: T rows for each block. */
  readonly used: readonly boolean[];
  readonly weights: readonly number[];
  /** Rows that the unit does not have are zero; with weights X and y are rows times their weight. */
  readonly x: Dense;
  readonly y: Dense;
  readonly z: Dense;
  /** What the errors of the levels go through in each row, and the covariance that follows. */
  readonly f: Dense;
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

/** An instrument: its value in a row of a unit, a block at period t, is NaN or 0 where there is none. */
export interface Instrument {
  readonly spec: Spec;
  readonly transformed: boolean;
  readonly level: boolean;
  readonly value: (i: number, block: number, t: number) => number;
}

const part = (spec: Spec, level: boolean, value: Instrument['value']): Instrument => ({
  spec,
  transformed: !level,
  level,
  value,
});

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
        const value = (i: number, block: number, t: number) => {
          const dated = dating(model, i, block, t);
          if (block !== (spec.other ? OTHER : PRIMARY)) return 0;
          return period === undefined || period === dated ? (values[i]![dated - lag] ?? 0) : 0;
        };
        columns.push(part(spec, false, value));
      }
    }
  }
  if (!serves(spec, true) || !model.system) return columns;
  // A variable of both equations has one difference in levels, dated a period after the shallowest lag.
  const shifted = spec.from > 0 ? spec.from - 1 : spec.to > 0 ? 0 : spec.to - 1;
  for (const period of periods) {
    for (const lag of spec.equation === 'both' ? [shifted] : lags) {
      const value = (i: number, block: number, t: number) => {
        if (block !== LEVELS || (period !== undefined && period !== t)) return 0;
        const dated = values[i]![t - lag] ?? NaN;
        return spec.passthru ? dated : dated - (values[i]![t - lag - 1] ?? NaN);
      };
      columns.push(part(spec, true, value));
    }
  }
  return columns;
}

/** The column of an ordinary instrument, transformed like the regressors, or of the constant. */
function ordinaryColumns(model: Model, spec: Spec): Instrument[] {
  const inLevels = model.system && serves(spec, true);
  const transformed = serves(spec, false);
  if (!inLevels && !transformed) return [];
  const value = (i: number, block: number, t: number) => {
    const values = model.panel.vars[spec.column]![i]!;
    if (block === LEVELS) return inLevels ? (spec.kind === 'constant' ? 1 : values[t]!) : 0;
    if (!transformed || block !== (spec.other ? OTHER : PRIMARY)) return 0;
    return spec.passthru ? values[t]! : applied(transformation(model, i, block)[t]!, values);
  };
  return [{ spec, transformed, level: inLevels, value }];
}

const potentialColumns = (model: Model): Instrument[] =>
  model.specs.flatMap((spec) =>
    spec.kind === 'gmm' ? gmmColumns(model, spec) : ordinaryColumns(model, spec),
  );

/** Z of one unit. */
function instruments(
  model: Model,
  i: number,
  columns: readonly Instrument[],
  used: readonly boolean[],
): Dense {
  const { nperiods } = model.panel;
  return dense(used.length, columns.length, (r, l) => {
    if (!used[r]) return 0;
    const value = columns[l]!.value(i, Math.floor(r / nperiods), r % nperiods);
    return Number.isNaN(value) ? 0 : value;
  });
}

/** The instruments of a model that are not zero in every row, and Z of every unit. */
function keptInstruments(model: Model): { columns: Instrument[]; values: Dense[] } {
  const all = potentialColumns(model);
  const units = model.panel.rows.map((_, i) => {
    const used = stackOf(model, i).map((row) => row !== undefined);
    return instruments(model, i, all, used);
  });
  const kept = all.flatMap((_, l) =>
    units.some((z) => z.values.subarray(l * z.rows, (l + 1) * z.rows).some((v) => v !== 0))
      ? [l]
      : [],
  );
  const values = units.map((z) =>
    dense(z.rows, kept.length, (r, l) => z.values[r + kept[l]! * z.rows]!),
  );
  return { columns: kept.map((l) => all[l]!), values };
}

export const instrumentsOf = (model: Model): Instrument[] => keptInstruments(model).columns;

/** Row r of the T x T matrix of forward deviations of a unit without gaps, stored a period late. */
function nominal(nperiods: number, r: number): number[] {
  const later = nperiods - r;
  const scale = Math.sqrt(later / (later + 1));
  return Array.from({ length: nperiods }, (_, s) =>
    s === r - 1 ? scale : s >= r ? -scale / later : 0,
  );
}

/** F: what the errors of the T levels go through in each row of the stack. */
function factorOf(model: Model, stack: Transformation): Dense {
  const { nperiods } = model.panel;
  return dense(stack.length, nperiods, (r, s) => {
    if (!stack[r]) return 0;
    const block = Math.floor(r / nperiods);
    const deviates = block !== LEVELS && transformOf(model, block) === 'fod';
    return (deviates ? nominal(nperiods, r % nperiods) : stack[r])[s]!;
  });
}

/** H over the rows of the stack: F F', within blocks where h is 2, or the identity; D H D with weights. */
function errorsOf(
  { h, panel }: Model,
  f: Dense,
  { used, weights }: Pick<Unit, 'used' | 'weights'>,
) {
  const ff = multiply(f, transpose(f));
  const blockOf = (r: number) => Math.floor(r / panel.nperiods);
  return dense(f.rows, f.rows, (r, q) => {
    if (!used[r] || !used[q]) return 0;
    const root = Math.sqrt(weights[r]! * weights[q]!);
    if (h === 1) return r === q ? root : 0;
    return h === 2 && blockOf(r) !== blockOf(q) ? 0 : root * ff.values[r + q * f.rows]!;
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

function unitOf(model: Model, i: number, z: Dense, factor: number): Unit {
  const { vars, nperiods } = model.panel;
  const stack = stackOf(model, i);
  const used = stack.map((row) => row !== undefined);
  const weights = weightsOf(model, i, stack).map((weight, r) => (used[r] ? factor * weight : 1));
  const value = (column: number, r: number) =>
    stack[r] ? weights[r]! * applied(stack[r], vars[column]![i]!) : 0;
  const one = (r: number) => (used[r] && Math.floor(r / nperiods) === LEVELS ? weights[r]! : 0);
  const k = model.nregressors + Number(model.constant);
  const f = factorOf(model, stack);
  return {
    used,
    weights,
    x: dense(stack.length, k, (r, j) => (j < model.nregressors ? value(j + 1, r) : one(r))),
    y: dense(stack.length, 1, (r) => value(0, r)),
    z,
    f,
    h: errorsOf(model, f, { used, weights }),
  };
}

/** What weights that are no frequencies are multiplied by, to sum to the reported rows. */
function weightFactor(model: Model): number {
  const { panel } = model;
  if (!panel.weights || model.frequency) return 1;
  const reported = model.system ? LEVELS : PRIMARY;
  const weights = panel.rows.flatMap((_, i) => {
    const stack = stackOf(model, i);
    return weightsOf(model, i, stack).filter(
      (_weight, r) => stack[r] && Math.floor(r / panel.nperiods) === reported,
    );
  });
  return weights.length / weights.reduce((sum, weight) => sum + weight, 0);
}

/** Every unit of a model. */
export function unitsOf(model: Model): Unit[] {
  const { values } = keptInstruments(model);
  const factor = weightFactor(model);
  return values.map((z, i) => unitOf(model, i, z, factor));
}
