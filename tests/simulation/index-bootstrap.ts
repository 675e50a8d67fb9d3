/**
 * Standard errors of regressions with an index of entropy weights, where the index is built again in each replicate of
 * the bootstrap and where it is taken as given: `npm run simulate:index [replications]`. Not a part of the tests: it
 * takes minutes. Ends with an error where the interval with a rebuilt index covers the truth less often than 95 % by
 * more than four Monte Carlo errors and the tolerance of 2 % for 150 rows.
 */
import { readFileSync } from 'node:fs';
import { bootstrap, fitModel, loadEngine, type ModelInput, type Table } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { normal } from '../bindings/models/identification/data.js';

const level = 0.95;
const tolerance = 0.02;
const replications = Number(process.argv[2] ?? 1000);
const reps = 199;
const monteCarloError = Math.sqrt((level * (1 - level)) / replications);
const draw = normal(20260601);
const engine = await loadEngine();

type Columns = Readonly<Record<string, readonly number[]>>;

/** Powers that make indicators skewed, and two sets of their correlations with x before the power. */
const powers = [1, 2, 4, 8];
const designs = { loose: [0.9, 0.6, 0.3, -0.3], tight: [0.98, -0.98, 0.98, -0.98] } as const;
type Design = keyof typeof designs;
const names = powers.map((_, j) => `z${j + 1}`);
const columns = Object.fromEntries(names.map((name) => [name, '+' as const]));

/** x, and indicators from 0 to 1 that reach both ends: powers of censored normal numbers correlated with x. */
function drawRows(design: Design, nobs: number) {
  const x = Array.from({ length: nobs }, () => draw());
  const z = designs[design].map((loading, j) =>
    x.map((value) => {
      const latent = loading * value + Math.sqrt(1 - loading * loading) * draw();
      return Math.min(1, Math.max(0, 0.5 + latent / 2.4)) ** powers[j]!;
    }),
  );
  return { x, z };
}

/** The weights and the slope of the index on x in the population, from a million rows. */
function population(design: Design) {
  const { x, z } = drawRows(design, 1_000_000);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const divergence = z.map((values) => {
    const m = mean(values);
    return mean(values.map((value) => (value > 0 ? (value / m) * Math.log(value / m) : 0)));
  });
  const total = divergence.reduce((a, b) => a + b, 0);
  const weights = divergence.map((value) => value / total);
  const slopes = z.map((values) => mean(values.map((value, i) => value * x[i]!)));
  return { weights, slope: weights.reduce((sum, weight, j) => sum + weight * slopes[j]!, 0) };
}

function sample(design: Design, weights: readonly number[]): Columns {
  const { x, z } = drawRows(design, 150);
  const truth = x.map((_, i) => weights.reduce((sum, weight, j) => sum + weight * z[j]![i]!, 0));
  const y = truth.map((value) => value + 0.05 * draw());
  return { x, y, ...Object.fromEntries(names.map((name, j) => [name, z[j]!])) };
}

const modelOf = (formula: string): ModelInput => ({
  estimator: 'ols',
  build: { level: { index: 'entropy', columns } },
  formula,
  vcov: { type: 'HC1' },
});

interface Tally {
  readonly errors: number[];
  covered: number;
}

interface Target {
  readonly title: string;
  readonly formula: string;
  readonly param: string;
  readonly truth: number;
  readonly draws: () => Columns;
}

/** Errors of three kinds and how often the normal intervals made from them hold the truth. */
async function simulate({ formula, param, truth, draws }: Target) {
  const estimates: number[] = [];
  const kinds = { analytic: tally(), given: tally(), rebuilt: tally() };
  for (let r = 0; r < replications; r++) {
    const fit = await fitModel(draws(), modelOf(formula), { engine });
    const estimate = fit.params[param]!;
    estimates.push(estimate);
    const note = (kind: Tally, error: number) => {
      kind.errors.push(error);
      kind.covered += Number(Math.abs(estimate - truth) <= 1.959963984540054 * error);
    };
    note(kinds.analytic, fit.stdErrors[param]!);
    for (const [kind, rebuild] of [['given', false] as const, ['rebuilt', true] as const]) {
      const options = { reps, seed: r, scheme: 'pairs', workers: 0, rebuild } as const;
      note(kinds[kind], (await bootstrap(fit, options).result).stdErrors[param]!);
    }
  }
  return { estimates, kinds };
}

function tally(): Tally {
  return { errors: [], covered: 0 };
}

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]) => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
};

async function report(target: Target): Promise<boolean> {
  const { estimates, kinds } = await simulate(target);
  const spread = deviation(estimates);
  const { title, formula, param, truth } = target;
  const mean = `mean ${meanOf(estimates).toFixed(4)}, standard deviation ${spread.toFixed(5)}`;
  console.log(`${title}: ${formula}, ${param} = ${truth.toFixed(4)}, ${mean}`);
  for (const [kind, { errors, covered }] of Object.entries(kinds)) {
    const ratio = (meanOf(errors) / spread).toFixed(3);
    console.log(
      `  ${kind.padEnd(9)} error / deviation ${ratio}, coverage ${(covered / replications).toFixed(3)}`,
    );
  }
  return kinds.rebuilt.covered / replications > level - tolerance - 4 * monteCarloError;
}

/** Standard errors of the provinces with the index as given and rebuilt. */
async function provinces(formula: string, param: string): Promise<void> {
  const path = new URL('../golden/provinces/data.csv', import.meta.url);
  const table: Table = parseCsv(readFileSync(path, 'utf8'));
  const six = [1, 2, 3, 4, 5, 6].map((j) => [`ind${j}`, '+'] as const);
  const model: ModelInput = {
    estimator: 'ols',
    formula,
    vcov: { type: 'CV1', cluster: 'province' },
    build: { level: { index: 'entropy', columns: Object.fromEntries(six) } },
  };
  const fit = await fitModel(table, model);
  const errors = await Promise.all(
    [false, true].map(async (rebuild) => {
      const boot = await bootstrap(fit, { reps: 9999, seed: 1, rebuild }).result;
      return boot.stdErrors[param]!;
    }),
  );
  const ratio = (errors[1]! / errors[0]!).toFixed(3);
  console.log(`provinces, ${formula}, ${param}: ${fit.params[param]!.toFixed(5)}`);
  console.log(`  given ${errors[0]!.toFixed(5)}, rebuilt ${errors[1]!.toFixed(5)}, ratio ${ratio}`);
}

const held: boolean[] = [];
for (const design of ['loose', 'tight'] as const) {
  const { weights, slope } = population(design);
  const draws = () => sample(design, weights);
  held.push(
    await report({ title: design, formula: 'level ~ x', param: 'x', truth: slope, draws }),
    await report({ title: design, formula: 'y ~ level', param: 'level', truth: 1, draws }),
  );
}
for (const param of ['Gov', 'UR', 'IL'])
  await provinces('level ~ Gov + IL + Open + PGpc + UR + SFE', param);
await provinces('lnGDPpc ~ level + Gov + IL + UR', 'level');
if (held.includes(false)) process.exit(1);
