/** What the compiler says of results; checked by `npm run typecheck`, never run. */
import * as arrays from 'wasmetrics/estimators';
import {
  dpd,
  fit,
  fitModel,
  type FitResult,
  gmm,
  iv,
  type ModelInput,
  ols,
  panel,
  tidy,
} from 'wasmetrics';

declare const data: { y: number[]; x: number[]; z: number[]; id: number[]; t: number[] };
const over = { unit: 'id', time: 't' };

const line = await ols(data, 'y ~ x + z');
export const estimates: readonly number[] = [line.params.x, line.stdErrors.z, line.confInt.x[0]];
// @ts-expect-error no coefficient has this name
export const misspelt = line.params.zzz;
// @ts-expect-error nor do its errors
export const misspeltError = line.stdErrors.zzz;
export const constant: number = line.params._cons;
export const perhaps: number | undefined = (await ols(data, 'y ~ 0 + x')).params._cons;
export const plain: number | undefined = (await ols(data, 'y ~ log(x)')).params['log(x)'];
export const byEntries: readonly [string, number][] = Object.entries(line.params);
export const estimator: 'ols' = line.estimator;
export const anyFit: FitResult = line;
export const rows = tidy(line);
// @ts-expect-error least squares has no long-run effects
export const none: object = line.longRun;

const dynamic = await dpd(data, { formula: 'y ~ L.y', panel: over, gmm: [{ vars: 'y' }] });
export const dynamicTests = [dynamic.tests.hansen.pValue, dynamic.tests.ar[0]?.order];
export const units: number = dynamic.ngroups + dynamic.instrumentCount.rank;

export const hansen = (await gmm(data, 'y ~ 1 | x ~ z')).tests.hansen.stat;
export const within: number = (await panel(data, { formula: 'y ~ x', panel: over })).ngroups;

const instrumented = await iv(data, 'y ~ 1 | x ~ z');
export const kappa: number = instrumented.kappa;
export const sargan =
  instrumented.tests.firstStage === undefined ? null : instrumented.tests.sargan.stat;
// @ts-expect-error the names are known
export const noRegressor = instrumented.params.zzz;
// @ts-expect-error without diagnostics there are no first stages
export const stages: object = instrumented.tests.firstStage;

const either = await fitModel(data, { estimator: 'dpd', formula: 'y ~ L.y', panel: over });
export const moments: number | undefined = either.momentConditions?.length;
// @ts-expect-error a dynamic panel has no kappa
export const noKappa: number = either.kappa;

const named = await fit(data, { estimator: 'ols', formula: 'y ~ x' });
export const ofNamed: 'ols' = named.estimator;
// @ts-expect-error no coefficient has this name
export const ofMisspelt = named.params.zzz;
// @ts-expect-error the key is misspelt
export const badKey = fit(data, { estimator: 'ols', formula: 'y ~ x', vcof: 'HC1' });

declare const model: ModelInput;
const any = await fit(data, model);
export const hansenOfAny = any.tests.hansen?.stat;
export const anyResult: FitResult = any;
export const slope: number | undefined = any.params['x'];
export const byEstimator = any.estimator === 'dpd' ? any.tests.hansen.stat : any.nobs;

const ofArrays = arrays.ols([1, 2, 4], [[1, 3, 2]]);
export const byName: number | undefined = ofArrays.params['x1'];
export const byPosition: number | undefined = ofArrays.arrays.params[0];
export const sameShape: typeof arrays.ols extends (...args: never[]) => infer R
  ? R extends FitResult
    ? true
    : false
  : never = true;
// @ts-expect-error least squares has no long-run effects
export const noneOfArrays: object = ofArrays.longRun;
export const hansenOfArrays: number | null = arrays.dpd([1], undefined, { unit: [1], time: [1] })
  .tests.hansen.stat;
