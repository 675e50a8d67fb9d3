/** How the types of results follow options; checked by `npm run typecheck`, never run. */
import { bootstrap, dpd, type FitResult, gmm, iv, ols, panel, withBootstrap } from 'wasmetrics';

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
