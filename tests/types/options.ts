/** How the types of results follow options; checked by `npm run typecheck`, never run. */
import * as arrays from 'wasmetrics/estimators';
import {
  bootstrap,
  dpd,
  fit,
  type FitResult,
  gmm,
  iv,
  type Model,
  type ModelInput,
  ols,
  panel,
  withBootstrap,
} from 'wasmetrics';

declare const data: { y: number[]; x: number[]; z: number[]; id: number[]; t: number[] };
const over = { unit: 'id', time: 't' };
const dynamic = { formula: 'y ~ L.y', panel: over, gmm: [{ vars: 'y' }] } as const;

const twoStep = await dpd(data, { ...dynamic, steps: 2 });
export const hansen: number | null = twoStep.tests.hansen.pValue;
export const sargan: number | null = twoStep.tests.sargan.stat;
// @ts-expect-error two steps are not iterated
export const noRounds: number = twoStep.iterations;

const oneStep = await dpd(data, { ...dynamic, steps: 1 });
export const sarganOfOne: number | null = oneStep.tests.sargan.stat;
export const whyNoHansen: string = oneStep.tests.hansen.reason;
// @ts-expect-error Hansen's test needs two steps
export const noHansen: number = oneStep.tests.hansen.stat;

const iterated = await dpd(data, { ...dynamic, steps: 'iterated', pca: true });
export const rounds: number = iterated.iterations + iterated.components.kept;
export const isConverged: boolean = iterated.converged;
// @ts-expect-error without pca there are no components
export const noComponents: number = twoStep.components.kept;

const random = await panel(data, { formula: 'y ~ x', panel: over, effects: 'random' });
export const median: number = random.theta.median + random.params.x;
// @ts-expect-error random effects are not absorbed
export const noAbsorbed: number = random.absorbed.length;
// @ts-expect-error nor is there a test of them
export const noTest: object = random.tests.effects;

const within = await panel(data, { formula: 'y ~ x', panel: over });
export const levels: number | undefined = within.absorbed[0]?.levels;
export const ofEffects: number | null = within.tests.effects.stat;
// @ts-expect-error theta is of random effects
export const noTheta: object = within.theta;

declare const isWanted: boolean;
const effects = isWanted ? 'random' : 'within';
const anyPanel = await panel(data, { formula: 'y ~ x', panel: over, effects });
export const perhaps: number | undefined = anyPanel.theta?.median;
const steps = isWanted ? ({ steps: 1 } as const) : {};
export const anySteps: number | null = (await dpd(data, { ...dynamic, ...steps })).tests.hansen
  .stat;

const bare = await iv(data, { formula: 'y ~ 1 | x ~ z', diagnostics: false });
// @ts-expect-error without diagnostics there are no first stages
export const noStages: object = bare.tests.firstStage;
export const noKey: undefined = bare.tests.firstStage;
const either = await gmm(data, { formula: 'y ~ 1 | x ~ z', diagnostics: isWanted });
export const stages: number | undefined = either.tests.firstStage?.length;

const line = await ols(data, 'y ~ x');
const booted = withBootstrap(line, await bootstrap(line, { reps: 99 }).result);
export const percentile: number = booted.bootstrap.reps + booted.params.x;
export const still: FitResult = booted;
// @ts-expect-error before a bootstrap there is none
export const noBootstrap: number = line.bootstrap.reps;
// @ts-expect-error no coefficient has this name
export const misspelt: number = booted.params.zzz;

// @ts-expect-error there are no such effects
export const refused = panel(data, { formula: 'y ~ x', panel: over, effects: 'fixed' });
// @ts-expect-error least squares has no effects
export const noEffects = ols(data, { formula: 'y ~ x', effects: 'random' });
// @ts-expect-error nor three steps
export const noSteps = dpd(data, { ...dynamic, steps: 3 });

const fitted = await fit(data, { ...dynamic, estimator: 'dpd', steps: 2 });
export const hansenOfFit: number | null = fitted.tests.hansen.stat;
const first = await fit(data, { ...dynamic, estimator: 'dpd', steps: 1, pca: true });
export const kept: number = first.components.kept;
export const reasonOfFit: string = first.tests.hansen.reason;
// @ts-expect-error Hansen's test needs two steps
export const noHansenOfFit: number = first.tests.hansen.stat;
const effectsOfFit = await fit(data, {
  estimator: 'panel',
  formula: 'y ~ x',
  panel: over,
  effects: 'random',
});
export const thetaOfFit: number = effectsOfFit.theta.median;
// @ts-expect-error random effects are not absorbed
export const noAbsorbedOfFit: number = effectsOfFit.absorbed.length;

declare const written: ModelInput;
declare const parsed: Model;
export const anyModels: readonly FitResult[] = [await fit(data, written), await fit(data, parsed)];
const unknownModel = await fit(data, written);
export const roundsOfAny: number | undefined =
  unknownModel.estimator === 'dpd' ? unknownModel.iterations : undefined;

const [y, x] = [
  [1, 2, 4, 3],
  [1, 3, 2, 5],
];
const at = { unit: [1, 1, 2, 2], time: [1, 2, 1, 2] };
const step = arrays.dpd(y, [x], { ...at, steps: 1 });
export const reasonOfArrays: string = step.tests.hansen.reason;
// @ts-expect-error Hansen's test needs two steps
export const noHansenOfArrays: number = step.tests.hansen.stat;
export const roundsOfArrays: number = arrays.dpd(y, [x], { ...at, steps: 'cue' }).iterations;
const columns = { endogenous: x, instruments: x };
// @ts-expect-error without diagnostics there are no first stages
export const stagesOfArrays: object = arrays.iv(y, columns, { diagnostics: false }).tests
  .firstStage;
const namesOfArrays = arrays.ols(y, [x], { names: ['wage'] });
export const wage: number = namesOfArrays.params.wage + namesOfArrays.confInt.wage[0];
// @ts-expect-error no coefficient has this name
export const noWage: number = namesOfArrays.params.wages;
// @ts-expect-error the key is misspelt
export const misspeltOfArrays = arrays.ols(y, [x], { name: ['wage'] });
// @ts-expect-error there are no three steps
export const stepsOfArrays = arrays.dpd(y, [x], { ...at, steps: 3 });
