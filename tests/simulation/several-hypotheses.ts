/**
 * How often at least one of ten true hypotheses is rejected at 5 %: `npm run simulate:hypotheses [replications]`. Not a
 * part of the tests: it takes minutes. Ends with an error where Romano and Wolf's procedure for least squares rejects
 * more often than 5 % by more than four Monte Carlo errors and the tolerance of 2 % for 100 rows.
 */
import { fitModel, type ModelInput, multipleTests } from 'wasmetrics';
import type { Adjustment } from 'wasmetrics/types';
import { normal } from '../bindings/models/identification/data.js';

const level = 0.05;
const tolerance = 0.02;
const outcomes = 10;
const replications = Number(process.argv[2] ?? 1000);
const draw = normal(20260701);
/** Correlation of the errors of two outcomes. */
const shared = Math.SQRT1_2;

type Columns = Record<string, number[]>;
const names = Array.from({ length: outcomes }, (_, j) => `y${j + 1}`);

/** Outcomes with errors that are correlated by one half, and a regressor without effect. */
function crossSection(nobs: number): Columns {
  const data: Columns = { x: Array.from({ length: nobs }, () => draw()) };
  const common = data['x']!.map(() => draw());
  for (const name of names) data[name] = common.map((value) => shared * (value + draw()));
  return data;
}

/** Autoregressions with the coefficient 0.4, unit effects, correlated errors, and a regressor without effect. */
function panel(units: number, periods: number): Columns {
  const data: Columns = {
    id: [],
    t: [],
    x: [],
    ...Object.fromEntries(names.map((name) => [name, []])),
  };
  for (let id = 0; id < units; id++) {
    const effects = names.map(() => draw());
    const values = effects.map((effect) => effect / 0.6 + draw() / Math.sqrt(1 - 0.16));
    for (let t = 0; t < periods; t++) {
      const common = draw();
      data['id']!.push(id);
      data['t']!.push(t);
      data['x']!.push(draw());
      names.forEach((name, j) => {
        values[j] = 0.4 * values[j]! + effects[j]! + shared * (common + draw());
        data[name]!.push(values[j]!);
      });
    }
  }
  return data;
}

interface Design {
  readonly title: string;
  readonly sample: () => Columns;
  readonly model: (outcome: string) => ModelInput;
  readonly scheme: 'pairs' | 'cluster';
  readonly replications: number;
}

const designs: readonly Design[] = [
  {
    title: 'least squares, 100 rows',
    sample: () => crossSection(100),
    model: (outcome) => ({ estimator: 'ols', formula: `${outcome} ~ x`, vcov: { type: 'HC1' } }),
    scheme: 'pairs',
    replications,
  },
  {
    title: 'system GMM, 60 units, 6 periods',
    sample: () => panel(60, 6),
    model: (outcome) => ({
      estimator: 'dpd',
      panel: { unit: 'id', time: 't' },
      formula: `${outcome} ~ L.${outcome} + x`,
      gmm: [{ vars: outcome, lags: [2, 3], collapse: true }],
      iv: [{ vars: 'x' }],
      vcov: { type: 'windmeijer' },
    }),
    scheme: 'cluster',
    replications: Math.ceil(replications / 4),
  },
];

const adjust: readonly Adjustment[] = ['holm', 'romano-wolf', 'westfall-young'];

/** Shares of samples in which a procedure rejects a hypothesis; `none` is that of the p-values as they are. */
async function rejections({ sample, model, scheme, replications: all }: Design) {
  const counts = new Map<string, number>();
  const note = (name: string, pValues: readonly number[]) => {
    const rejects = pValues.some((p) => p <= level);
    counts.set(name, (counts.get(name) ?? 0) + Number(rejects));
  };
  for (let r = 0; r < all; r++) {
    const data = sample();
    const fits = await Promise.all(names.map((name) => fitModel(data, model(name))));
    const drawing = scheme === 'pairs' ? { scheme } : {};
    const options = { of: ['x'], adjust, reps: 199, seed: r, workers: 0, ...drawing };
    const { hypotheses } = await multipleTests(fits, options);
    note(
      'none',
      hypotheses.map(({ pValue }) => pValue),
    );
    for (const rule of adjust)
      note(
        rule,
        hypotheses.map(({ adjusted }) => adjusted[rule]!),
      );
  }
  return new Map([...counts].map(([name, count]) => [name, count / all]));
}

let held = true;
for (const design of designs) {
  const shares = await rejections(design);
  const error = Math.sqrt((level * (1 - level)) / design.replications);
  console.log(
    `${design.title}, ${design.replications} samples, Monte Carlo error ${error.toFixed(3)}`,
  );
  for (const [name, share] of shares) console.log(`  ${name.padEnd(15)} ${share.toFixed(3)}`);
  const judged =
    design.scheme === 'cluster' || shares.get('romano-wolf')! <= level + tolerance + 4 * error;
  held = held && judged;
}
if (!held) process.exit(1);
