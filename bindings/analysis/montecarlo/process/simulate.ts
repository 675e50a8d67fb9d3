/** One panel drawn from a process. */
import type { PanelIndex } from '../../../data/index.js';
import type { Process } from './process.js';
import { valuesOf } from './variables.js';

/** The number of standard normal draws per panel: for each unit, its effect and the innovations of its periods. */
export function drawsOf({ panel, memory }: Process): number {
  let draws = 0;
  for (let unit = 0; unit < panel.nunits; unit++) draws += 2 + memory + spanOf(panel, unit);
  return draws;
}

/** Number of periods from a unit's first row to its last. */
function spanOf({ unitStart, period }: PanelIndex, unit: number): number {
  const [start, end] = [unitStart[unit]!, unitStart[unit + 1]!];
  return period[end - 1]! - period[start]! + 1;
}

/** Effects and errors of a panel. */
interface Errors {
  /** Unit effects (nunits), including the intercept. */
  readonly effects: Float64Array;
  /** Errors, unit after unit: those before the first row, then one per period. */
  readonly values: Float64Array;
  /** Index in `values` of the first row of each unit. */
  readonly first: Int32Array;
}

/**
 * The simulated variables by name (nrows each): the outcome, missing as in the data, and the regressors that depend on
 * the errors. `normals` has `drawsOf(process)` elements.
 */
export function simulate(process: Process, normals: Float64Array): Map<string, Float64Array> {
  const { panel, outcome, observed } = process;
  const errors = errorsOf(process, normals);
  const series = new Map<string, Float64Array>();
  for (const response of process.responses) {
    const { variable, fixed, current, previous } = response;
    const values = fixed.slice();
    forRows(panel, (unit, row, period) => {
      const index = errors.first[unit]! + period;
      values[row]! += current * errors.values[index]! + previous * errors.values[index - 1]!;
    });
    series.set(variable, values);
  }
  const y = outcomeOf(process, errors, regressionOf(process, series));
  return series.set(
    outcome,
    y.map((value, row) => (observed[row] === 1 ? value : NaN)),
  );
}

/** Calls `visit` with every row and its period, counted from the first row of the unit. */
function forRows(
  { nunits, unitStart, period }: PanelIndex,
  use: (unit: number, row: number, period: number) => void,
): void {
  for (let unit = 0; unit < nunits; unit++) {
    const start = unitStart[unit]!;
    for (let row = start; row < unitStart[unit + 1]!; row++) {
      use(unit, row, period[row]! - period[start]!);
    }
  }
}

/** e(t) = s(i) (v(t) + theta v(t-1)) / sqrt(1 + theta^2). */
function errorsOf(process: Process, normals: Float64Array): Errors {
  const { panel, memory, intercept, effectSd, errorSds, movingAverage: theta } = process;
  const { nunits } = panel;
  const effects = new Float64Array(nunits);
  const values = new Float64Array(normals.length - 2 * nunits);
  const first = new Int32Array(nunits);
  const length = Math.sqrt(1 + theta ** 2);
  let [draw, index] = [0, 0];
  for (let unit = 0; unit < nunits; unit++) {
    effects[unit] = intercept + effectSd * normals[draw++]!;
    first[unit] = index + memory;
    const scale = errorSds[unit]! / length;
    const end = index + memory + spanOf(panel, unit);
    for (draw++; index < end; index++, draw++) {
      values[index] = scale * (normals[draw]! + theta * normals[draw - 1]!);
    }
  }
  return { effects, values, first };
}

/** x'b of each row, NaN if a regressor is missing. */
function regressionOf(
  { panel, fixed, moving }: Process,
  series: ReadonlyMap<string, Float64Array>,
): Float64Array {
  const sum = fixed.slice();
  for (const { coefficient, ...polynomial } of moving) {
    const values = valuesOf(polynomial, series.get(polynomial.variable)!, panel);
    for (let row = 0; row < sum.length; row++) sum[row]! += coefficient * values[row]!;
  }
  return sum;
}

/** The autoregression; each unit starts at its mean for the first regressors. */
function outcomeOf(process: Process, errors: Errors, regression: Float64Array): Float64Array {
  const { panel, lags, memory, intercept, startShift } = process;
  const { nunits, unitStart, period } = panel;
  const y = new Float64Array(regression.length);
  const persistence = lags.reduce((sum, value) => sum + value, 0);
  for (let unit = 0; unit < nunits; unit++) {
    const [start, end] = [unitStart[unit]!, unitStart[unit + 1]!];
    const unitRegression = regression.subarray(start, end);
    const effect = errors.effects[unit]!;
    let x = unitRegression.find((value) => !Number.isNaN(value)) ?? 0;
    const recent = lags.map(() => (effect + x) / (1 - persistence));
    let row = start;
    for (let t = -memory; row < end; t++) {
      const present = t === period[row]! - period[start]!;
      if (present && !Number.isNaN(regression[row]!)) x = regression[row]!;
      let next = effect + x + errors.values[errors.first[unit]! + t]!;
      for (let j = 0; j < lags.length; j++) next += lags[j]! * recent[j]!;
      if (t === 0) next += startShift * (effect - intercept);
      recent.unshift(next);
      recent.pop();
      if (present) y[row++] = next;
    }
  }
  return y;
}
