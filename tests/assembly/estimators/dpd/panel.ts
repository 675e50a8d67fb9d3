/** Small random panels with gaps, and the models that tests estimate on them. */
import { uniform } from '../../dense.js';

/** Values on the calendar grid; NaN where one is missing. */
export interface Panel {
  readonly nunits: number;
  readonly nperiods: number;
  /** By column, unit and period: the outcome, its lag, a regressor, another variable. */
  readonly vars: readonly (readonly (readonly number[])[])[];
  /** By unit and period: whether there is a row, and in which equations it is complete (1 transformed, 2 level). */
  readonly rows: readonly (readonly boolean[])[];
  readonly complete: readonly (readonly number[])[];
  readonly weights?: readonly (readonly number[])[];
}

/** The instruments of one variable. */
export interface Spec {
  readonly kind: 'gmm' | 'ordinary' | 'constant';
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly collapse: boolean;
  readonly equation: 'diff' | 'level' | 'both';
  /** Whether its transformed equation is the other one of a mixed model. */
  readonly other?: boolean;
  readonly passthru?: boolean;
}

export interface Model {
  readonly panel: Panel;
  /** Columns 1 .. nregressors of the panel. */
  readonly nregressors: number;
  readonly constant: boolean;
  readonly system: boolean;
  readonly transform: 'fd' | 'fod' | 'level';
  readonly mixed?: boolean;
  readonly bridge?: boolean;
  readonly h: 1 | 2 | 3;
  readonly specs: readonly Spec[];
  readonly frequency?: boolean;
}

export interface Drawing {
  readonly seed: number;
  readonly nunits?: number;
  readonly nperiods?: number;
  /** Share of rows that are missing. */
  readonly gaps?: number;
  readonly weights?: 'none' | 'analytic' | 'frequency';
}

/** y(t) = 0.5 y(t-1) + x(t) + unit effect + error, x related to both, z a further instrument. */
export function panelOf({
  seed,
  nunits = 30,
  nperiods = 6,
  gaps = 0.12,
  weights = 'none',
}: Drawing): Panel {
  const next = uniform(seed);
  const missing = () => (next() + 1) / 2 < gaps;
  const grid = <T>(value: (i: number, t: number) => T) =>
    Array.from({ length: nunits }, (_, i) =>
      Array.from({ length: nperiods }, (_u, t) => value(i, t)),
    );
  const y: number[][] = [];
  const x: number[][] = [];
  const z: number[][] = [];
  for (let i = 0; i < nunits; i++) {
    const effect = next();
    let last = 2 * effect + next();
    y.push([]);
    x.push([]);
    z.push([]);
    for (let t = 0; t < nperiods; t++) {
      const instrument = next();
      const regressor = 0.5 * effect + instrument + 0.5 * next();
      last = 0.5 * last + regressor + effect + (1 + 0.5 * Math.abs(instrument)) * next();
      y[i]!.push(last);
      x[i]!.push(regressor);
      z[i]!.push(instrument + 0.3 * next());
    }
  }
  const rows = grid(() => !missing());
  const holes = grid(() => missing() && missing());
  const seen = (values: number[][]) => grid((i, t) => (rows[i]![t] ? values[i]![t]! : NaN));
  const outcome = seen(y);
  const lagged = grid((i, t) => (rows[i]![t] && t > 0 ? outcome[i]![t - 1]! : NaN));
  const regressor = grid((i, t) => (rows[i]![t] && !holes[i]![t] ? x[i]![t]! : NaN));
  const other = seen(z);
  const complete = grid((i, t) => {
    const finite = [outcome, lagged, regressor].every((column) => Number.isFinite(column[i]![t]!));
    // A few rows are complete for one equation alone, as where only one has an ordinary instrument.
    return finite ? (missing() && missing() ? (next() > 0 ? 1 : 2) : 3) : 0;
  });
  const analytic = grid(() => 1 + 0.8 * next());
  const frequencies = grid(() => 1 + Math.floor((next() + 1) * 1.5));
  return {
    nunits,
    nperiods,
    vars: [outcome, lagged, regressor, other],
    rows,
    complete,
    ...(weights === 'none' ? {} : { weights: weights === 'analytic' ? analytic : frequencies }),
  };
}

const spec = (fields: Partial<Spec> & Pick<Spec, 'kind' | 'column'>): Spec => ({
  from: 0,
  to: 0,
  collapse: false,
  equation: 'both',
  ...fields,
});

export const gmm = (column: number, from: number, to: number, more: Partial<Spec> = {}): Spec =>
  spec({ kind: 'gmm', column, from, to, ...more });

export const ordinary = (column: number, more: Partial<Spec> = {}): Spec =>
  spec({ kind: 'ordinary', column, ...more });

export const constant = spec({ kind: 'constant', column: 0, equation: 'level' });

type Fields = Omit<Model, 'panel' | 'nregressors'>;
const difference: Fields = {
  constant: false,
  system: false,
  transform: 'fd',
  h: 3,
  specs: [gmm(0, 2, 3, { collapse: true }), ordinary(2), ordinary(3)],
};
const system: Fields = {
  ...difference,
  constant: true,
  system: true,
  specs: [gmm(0, 2, 3, { collapse: true }), ordinary(2), constant],
};

/** Models by name: every transformation, kind of instrument and H matrix. */
const models: Readonly<Record<string, Fields>> = {
  'differences, collapsed instruments': difference,
  'differences, an instrument for each period': {
    ...difference,
    specs: [gmm(0, 2, 5), ordinary(2)],
  },
  'differences, H of identity': { ...difference, h: 1 },
  'differences across gaps': {
    ...difference,
    bridge: true,
    specs: [gmm(0, 2, 5), ordinary(2)],
  },
  'forward deviations': {
    ...difference,
    transform: 'fod',
    specs: [gmm(0, 2, 4), ordinary(2, { passthru: true })],
  },
  'system of differences': system,
  'system, H of identity': { ...system, h: 1 },
  'system, H block diagonal': { ...system, h: 2 },
  'system of forward deviations': { ...system, transform: 'fod' },
  'system across gaps': { ...system, bridge: true },
  'system, instruments by equation': {
    ...system,
    specs: [
      gmm(0, 2, 3, { equation: 'diff' }),
      gmm(0, 1, 1, { equation: 'level', collapse: true }),
      gmm(3, 1, 2, { equation: 'level', collapse: true, passthru: true }),
      ordinary(2, { equation: 'diff' }),
      ordinary(3, { equation: 'level' }),
      constant,
    ],
  },
  'both transformations and levels': {
    ...system,
    mixed: true,
    specs: [gmm(0, 2, 3, { collapse: true }), ordinary(2, { other: true }), constant],
  },
  'levels alone': {
    ...system,
    transform: 'level',
    specs: [
      gmm(0, 1, 2, { equation: 'level', collapse: true }),
      ordinary(2, { equation: 'level' }),
      ordinary(3, { equation: 'level' }),
      constant,
    ],
  },
};

export const names = Object.keys(models);

/** A model of the list on a random panel. */
export function modelOf(name: string, drawing: Drawing): Model {
  const panel = panelOf(drawing);
  return { panel, nregressors: 2, frequency: drawing.weights === 'frequency', ...models[name]! };
}
