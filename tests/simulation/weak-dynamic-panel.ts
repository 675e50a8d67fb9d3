/**
 * How often S, K and CLR reject the true coefficient of a dynamic panel at 5 %, by simulation: `npm run simulate:weak
 * [samples]`. Not a part of the tests: it takes a minute. y_it = rho y_i,t-1 + e_i + v_it, stationary, with standard normal
 * effects and errors, T = 5 and N = 200, by difference GMM with all lags (6 moment conditions) and by system GMM with
 * collapsed ones, whose constant is concentrated out. Ends with an error where a share of a concentrated test is farther
 * from 5 % than four Monte Carlo errors, or one of a projected test above it.
 */
import { parseModel } from 'wasmetrics';
import type { DpdModelInput } from 'wasmetrics/types';
import { newEngine } from '../../bindings/core/engine/engine.js';
import { dpdEstimator } from '../../bindings/models/dpd/index.js';
import { momentsOf } from '../../bindings/models/dynamic/estimate/estimate.js';
import { equations } from '../../bindings/models/identification/reduced-form.js';
import { distanceOf, kinds } from '../../bindings/analysis/weak/distances.js';
import { jointTest, scores } from '../../bindings/analysis/weak/search/joint.js';
import { momentsForm } from '../../bindings/analysis/weak/moments-form.js';
import { leastMoments } from '../../bindings/analysis/weak/profile.js';
import { searchPoint } from '../../bindings/analysis/weak/search/search.js';
import { normal } from '../bindings/models/identification/data.js';

const level = 0.95;
const samples = Number(process.argv[2] ?? 500);
const monteCarloError = Math.sqrt((level * (1 - level)) / samples);
const rows = [...kinds, ...scores.map((score) => `projected ${score}` as const)];
const engine = await newEngine();
const draw = normal(20260201);

const difference: DpdModelInput = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'y ~ L.y',
  system: false,
  gmm: [{ vars: 'y', lags: [2, 5] }],
};
const system: DpdModelInput = {
  ...difference,
  system: true,
  gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
};

/** Five periods of 200 units, started from the stationary distribution given each unit's effect. */
function panel(rho: number) {
  const [units, periods] = [200, 5];
  const data = { id: [] as number[], year: [] as number[], y: [] as number[] };
  for (let id = 1; id <= units; ++id) {
    const effect = draw();
    let y = effect / (1 - rho) + draw() / Math.sqrt(1 - rho * rho);
    for (let year = 1; year <= periods; ++year) {
      data.id.push(id);
      data.year.push(year);
      data.y.push(y);
      y = rho * y + effect + draw();
    }
  }
  return data;
}

/** Drawn starts of a projection. */
const draws = [0, 24] as const;

/** Which tests reject the true coefficient in one sample. */
function rejections(written: DpdModelInput, rho: number) {
  const model = parseModel(written);
  if (model.estimator !== 'dpd') throw new Error('expected a dynamic panel');
  const { sample, estimate } = dpdEstimator.fit(engine, model, panel(rho));
  const form = equations(momentsForm(momentsOf(engine, model, sample), estimate.params));
  const target = { equation: 1, centre: rho, scale: 1 };
  const minimum = leastMoments(form, target, [1, -rho], [...estimate.params])!;
  const distance = distanceOf(engine, form, target, level);
  const place = { target, weights: [1, -rho] };
  const { error } = minimum;
  const projected = scores.map((score) => {
    const test = jointTest(engine, form, score, level);
    return searchPoint(engine, form, place, test, { known: [error], centre: error, draws })
      ?.distance;
  });
  return [...kinds.map((kind) => distance(kind, minimum)), ...projected].map((found, i) => {
    if (found === undefined) throw new Error(`${rows[i]!} does not exist`);
    return Number(found >= 0);
  });
}

/** A line for each test; false where one is too far from 5 %. */
function report(title: string, model: DpdModelInput, rho: number): boolean {
  const counts = rows.map(() => 0);
  for (let r = 0; r < samples; ++r) {
    rejections(model, rho).forEach((rejected, i) => (counts[i]! += rejected));
  }
  console.log(`${title}, rho = ${rho} (Monte Carlo error ${monteCarloError.toFixed(4)})`);
  const results = rows.map((row, i) => {
    const share = counts[i]! / samples;
    const above = share - (1 - level);
    const away = row.startsWith('projected') ? above : Math.abs(above);
    const good = away <= 4 * monteCarloError;
    console.log(`  ${row.padEnd(18)} ${share.toFixed(4)}${good ? '' : '  too far from 0.05'}`);
    return good;
  });
  return !results.includes(false);
}

const results = [0.5, 0.95].flatMap((rho) => [
  report('difference GMM', difference, rho),
  report('system GMM', system, rho),
]);
if (results.includes(false)) process.exitCode = 1;
