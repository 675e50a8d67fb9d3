/**
 * Sizes of tests at 5 % when their null hypothesis is true, by simulation: `npm run simulate [replications]`. Not a part
 * of the tests: it takes minutes. Ends with an error where a share is farther from 5 % than four Monte Carlo errors and
 * the tolerance its line states for the finite sample.
 */
import { newEngine } from '../../bindings/core/engine/engine.js';
import { effectiveF } from '../../bindings/models/identification/effective-f.js';
import { equations, unit } from '../../bindings/models/identification/reduced-form.js';
import {
  pValues,
  robustStatistics,
} from '../../bindings/models/identification/confidence-sets/robust-tests.js';
import { kleibergenPaapLM } from '../../bindings/models/identification/strength.js';
import {
  type Data,
  type Kind,
  normal,
  reducedForm,
} from '../bindings/models/identification/data.js';

const level = 0.05;
const replications = Number(process.argv[2] ?? 2000);
const engine = await newEngine();
const draw = normal(20250101);

interface Design {
  readonly nobs: number;
  readonly ninstruments: number;
  readonly nendogenous: number;
  /** First-stage coefficients: a column for each endogenous variable. */
  readonly slopes: readonly (readonly number[])[];
  /** 0 for errors of one variance. */
  readonly heteroskedasticity: number;
}

/** Structural coefficients are 0, the correlation of errors 0.8. */
function sample(design: Design): Data {
  const { nobs, ninstruments, nendogenous, slopes, heteroskedasticity } = design;
  const column = (f: (i: number) => number) => Array.from({ length: nobs }, (_, i) => f(i));
  const instruments = Array.from({ length: ninstruments }, () => column(draw));
  const size = column((i) =>
    Math.sqrt((1 + heteroskedasticity * instruments[0]![i]! ** 2) / (1 + heteroskedasticity)),
  );
  const outcome = column((i) => draw() * size[i]!);
  const endogenous = Array.from({ length: nendogenous }, (_, j) =>
    column(
      (i) =>
        slopes[j]!.reduce((sum, slope, k) => sum + slope * instruments[k]![i]!, 0) +
        0.8 * outcome[i]! +
        0.6 * draw() * size[i]!,
    ),
  );
  return { exogenous: [column(() => 1)], instruments, endogenous, outcome };
}

type Rejections = (data: Data) => Readonly<Record<string, boolean>>;

/** Shares of rejections over the replications, a line each; false where one is too far from 5 %. */
function report(title: string, design: Design, tolerance: number, rejections: Rejections): boolean {
  const counts = new Map<string, number>();
  for (let r = 0; r < replications; ++r) {
    for (const [name, rejected] of Object.entries(rejections(sample(design)))) {
      counts.set(name, (counts.get(name) ?? 0) + Number(rejected));
    }
  }
  const error = Math.sqrt((level * (1 - level)) / replications);
  console.log(`${title} (tolerance ${tolerance}, Monte Carlo error ${error.toFixed(4)})`);
  return [...counts].every(([name, count]) => {
    const share = count / replications;
    const good = Math.abs(share - level) <= tolerance + 4 * error;
    console.log(`  ${name.padEnd(24)} ${share.toFixed(4)}${good ? '' : '  too far from 0.05'}`);
    return good;
  });
}

/** AR, K and CLR at the true coefficients. */
function robustRejections(kind: Kind): Rejections {
  return (data) => {
    const form = equations(reducedForm(data, kind));
    const count = 1 + data.endogenous.length;
    const directions = data.endogenous.map((_, j) => unit(count, 1 + j));
    const { ar, k, clr } = pValues(
      engine,
      form,
      robustStatistics(form, unit(count, 0), directions)!,
    );
    return { 'Anderson-Rubin': ar < level, 'Kleibergen K': k < level, CLR: clr < level };
  };
}

/** The first stage that makes the concentration parameter per instrument `strength`. */
function even(nobs: number, ninstruments: number, strength: number): number[] {
  return Array.from({ length: ninstruments }, () => Math.sqrt(strength / nobs));
}

const one = { nobs: 400, ninstruments: 4, nendogenous: 1 };
const two = { nobs: 400, ninstruments: 4, nendogenous: 2 };
const results = [
  ...[0, 1, 20].map((strength) =>
    report(
      `one endogenous variable, one variance, concentration ${strength} per instrument`,
      { ...one, slopes: [even(400, 4, strength)], heteroskedasticity: 0 },
      0.01,
      robustRejections('unadjusted'),
    ),
  ),
  ...[0, 1, 20].map((strength) =>
    report(
      `one endogenous variable, heteroskedastic, concentration ${strength} per instrument`,
      { ...one, slopes: [even(400, 4, strength)], heteroskedasticity: 1 },
      0.03,
      robustRejections('robust'),
    ),
  ),
  report(
    'two endogenous variables, strong and weak (CLR is conservative where others are weak too)',
    {
      ...two,
      slopes: [
        [0.5, 0.5, 0, 0],
        [0, 0, 0.1, 0.1],
      ],
      heteroskedasticity: 0,
    },
    0.02,
    robustRejections('unadjusted'),
  ),
  report(
    'effective F where the bias is at most 10 % of the worst case, one variance',
    { ...one, slopes: [even(400, 4, 10)], heteroskedasticity: 0 },
    0.02,
    (data) => {
      const { stat, criticalValues } = effectiveF(engine, equations(reducedForm(data, 'robust')));
      return { simplified: stat > criticalValues.simplified['10']! };
    },
  ),
  ...(['unadjusted', 'robust'] as const).map((kind) =>
    report(
      `two endogenous variables, first stage of rank one, ${kind}`,
      {
        ...two,
        slopes: [
          [0.5, 0.3, 0.2, 0.1],
          [0.25, 0.15, 0.1, 0.05],
        ],
        heteroskedasticity: kind === 'robust' ? 1 : 0,
      },
      0.02,
      (data) => {
        const test = kleibergenPaapLM(
          engine,
          equations(reducedForm(data, kind, true), 'restricted'),
        );
        return { 'Kleibergen-Paap LM': test.pValue! < level };
      },
    ),
  ),
];
if (results.includes(false)) process.exitCode = 1;
