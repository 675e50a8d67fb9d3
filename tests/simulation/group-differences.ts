/**
 * Size of the tests of `groups`: shares of samples in which a test at 5 % rejects equal coefficients, which are equal:
 * `npm run simulate:groups [samples] [process]`. Not a part of the tests: it takes an hour. The run ends with an error
 * if the recommended method rejects in a share more than four Monte Carlo errors above 5 %.
 */
import { compareGroups, type GroupComparison, type ModelInput } from 'wasmetrics';
import { normal } from '../bindings/models/identification/data.js';

const level = 0.05;
const samples = Number(process.argv[2] ?? 2000);
const only = process.argv[3];
const reps = 199;

interface Process {
  readonly name: string;
  readonly estimator: 'ols' | 'panel' | 'dpd';
  readonly units?: number;
  readonly periods?: number;
  /** Standard deviation of the unit effects in the outcome. */
  readonly effects: number;
  /** Units in the second group, which is the same in all periods; undefined for a split that varies over time. */
  readonly second?: number;
  /** Standard deviation of the errors in the second group. */
  readonly spread?: number;
  /** False where theory promises the size only for many units. */
  readonly judged?: false;
}

const processes: readonly Process[] = [
  { name: 'ols, no effects, constant split', estimator: 'ols', effects: 0, second: 15 },
  { name: 'ols, no effects, varying split', estimator: 'ols', effects: 0 },
  { name: 'ols, effects, constant split', estimator: 'ols', effects: 1, second: 15 },
  { name: 'ols, effects, varying split', estimator: 'ols', effects: 1 },
  { name: 'within, effects, constant split', estimator: 'panel', effects: 1, second: 15 },
  { name: 'within, effects, varying split', estimator: 'panel', effects: 1 },
  { name: 'ols, effects, 6 of 30 units', estimator: 'ols', effects: 1, second: 6 },
  {
    name: 'within, 6 of 30 units, spread',
    estimator: 'panel',
    effects: 1,
    second: 6,
    spread: 2,
    judged: false,
  },
  { name: 'ols, effects, 4 of 8 units', estimator: 'ols', units: 8, effects: 1, second: 4 },
  { name: 'ols, effects, 100 units', estimator: 'ols', units: 100, effects: 1, second: 50 },
  { name: 'dpd, 100 units, varying split', estimator: 'dpd', units: 100, periods: 8, effects: 1 },
];

const panel = { unit: 'id', time: 'time' };
const models: Readonly<Record<Process['estimator'], ModelInput>> = {
  ols: { estimator: 'ols', formula: 'y ~ x', panel },
  panel: { estimator: 'panel', formula: 'y ~ x', panel },
  dpd: {
    estimator: 'dpd',
    formula: 'y ~ L.y + x',
    panel,
    system: false,
    gmm: [{ vars: ['y'], lags: [2, 4], collapse: true }],
    iv: [{ vars: ['x'] }],
  },
};

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/**
 * y = 1 + 0.5 x + a_i + e_it, in dynamic panels plus 0.5 y before. Half of the variance of x is common to a unit, and
 * half of that of what splits a sample in which the groups vary over time.
 */
function sampleOf(one: Process, draw: () => number) {
  const { estimator, units = 30, periods = 5, effects, second, spread = 1 } = one;
  const rows = range(units).flatMap((id) => {
    const [common, effect, leaning] = [draw(), effects * draw(), draw()];
    let before = effect;
    return range(periods).map((time) => {
      const x = (common + draw()) * Math.SQRT1_2;
      const varying = Number(leaning + draw() > 0);
      const group = second === undefined ? varying : Number(id < second);
      const rest = 1 + 0.5 * x + effect + (group === 1 ? spread : 1) * draw();
      before = estimator === 'dpd' ? 0.5 * before + rest : rest;
      return { id, time, x, y: before, group };
    });
  });
  const names = ['id', 'time', 'x', 'y', 'group'] as const;
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

/** Counts of rejections by method; `recommended` is the method that the comparison chooses. */
async function rejections(one: Process): Promise<ReadonlyMap<string, number>> {
  const draw = normal(20260702);
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= samples; seed++) {
    const options = { by: 'group', of: 'x', compat: 'bdiff', reps, seed } as const;
    const result = await compareGroups(sampleOf(one, draw), models[one.estimator], options);
    for (const [method, pValue] of pValuesOf(result)) {
      counts.set(method, (counts.get(method) ?? 0) + Number(pValue <= level));
    }
  }
  return counts;
}

function pValuesOf({ differences, chosen }: GroupComparison): (readonly [string, number])[] {
  const known = differences.flatMap(({ method, pValue }) =>
    pValue === null ? [] : [[method, pValue] as const],
  );
  const recommended = known.find(([method]) => method === chosen.method);
  return recommended === undefined ? known : [...known, ['recommended', recommended[1]]];
}

const bound = level + 4 * Math.sqrt((level * (1 - level)) / samples);
console.log(`${samples} samples, ${reps} replicates`);
for (const one of processes.filter(({ name }) => only === undefined || name === only)) {
  const counts = await rejections(one);
  const shares = [...counts].map(([method, count]) => `${method} ${(count / samples).toFixed(3)}`);
  console.log(`${one.name}: ${shares.join(', ')}`);
  const share = (counts.get('recommended') ?? 0) / samples;
  if (one.judged !== false && share > bound) process.exitCode = 1;
}
