/** How often the tests of a dynamic panel reject, where its moment conditions hold and where they do not. */
import { loadEngine } from '../core/engine.js';
import type { DpdDesign } from '../models/dpd/design.js';
import { dpdEstimator } from '../models/dpd/index.js';
import type { FitResult } from '../models/fit-result.js';
import { processOf } from '../simulation/process.js';
import { regressorsOf } from '../simulation/responses.js';
import { followersOf } from '../simulation/variables.js';
import { type Violation, violationWords } from '../simulation/violations.js';
import { dynamicContext } from './context.js';
import { pValuesOf } from './p-values.js';
import type { PowerCase, PowerResult, TestName } from './power-result.js';
import { powerVerdict } from './power-verdict.js';
import { type Panels, panelsOf, rejections } from './rates.js';
import { runTask } from './refits.js';
import type { SimulatedFit } from './simulated-fit.js';
import { type SimulationOptions, simulationSettings } from './simulation-options.js';
import { describeProcess, simulatedModel, sourceOf } from './simulation-source.js';
import { type ViolationInput, violationsOf } from './violations.js';

export interface PowerOptions extends SimulationOptions {
  /** Default those that the model can suffer, in the usual sizes. */
  readonly violations?: readonly ViolationInput[] | undefined;
}

/**
 * Simulates the panel of a fit with its own units, periods, gaps, regressors and estimates, once as the model says and
 * once for each violation, estimates the model on every panel and counts rejections. That a Hansen test with many
 * instruments may hardly ever reject is shown by Bowsher (2002) and Roodman (2009b).
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `bad-value`, `cannot-simulate`; the reason of `signal` when
 *   nothing was done
 */
export async function powerOfTests(
  fit: FitResult,
  options: PowerOptions = {},
): Promise<PowerResult> {
  const fitted = dynamicContext('power', fit);
  const settings = simulationSettings('power', options, fitted.model.level);
  const { reps, seed, level } = settings;
  const engine = await loadEngine();
  const model = simulatedModel(fitted.model);
  const { sample } = fitted;
  const source = sourceOf(engine, { ...fitted, model }, fit.params, settings);
  const valid = processOf(source, undefined);
  const { violations, warnings } = violationsOf(options.violations, {
    regressors: regressorsOf(model, sample),
    level: hasLevelMoments(sample.design),
    effectSd: valid.effectSd,
  });
  const processes = [valid, ...violations.map((violation) => processOf(source, violation))];
  const cases = processes.map((process) => ({
    process,
    model,
    sample,
    followers: followersOf(model, sample, process.simulated),
  }));
  const task = { kind: 'simulation', cases, seed } as const;
  const jobs = reps * cases.length;
  const outcomes = await runTask<SimulatedFit>('power', task, jobs, options);
  const own = pValuesOf(dpdEstimator.fit(engine, model, fitted.data).result.tests);
  const counted = [undefined, ...violations].map((violation, place) =>
    powerCase(violation, panelsOf(outcomes, place, cases.length), level),
  );
  return {
    title: fit.title,
    depvar: fit.depvar,
    reps,
    seed,
    level,
    ...describeProcess(valid),
    own,
    cases: counted,
    verdict: powerVerdict(own, counted, level),
    warnings,
    partial: outcomes.includes(undefined),
    engine: engine.info,
  };
}

function hasLevelMoments({ system, specs }: DpdDesign): boolean {
  return system && specs.some(({ kind, equation }) => kind === 'gmm' && equation !== 'diff');
}

function powerCase(
  violation: Violation | undefined,
  { fits, failures }: Panels,
  level: number,
): PowerCase {
  const rate = (name: TestName) =>
    rejections(
      fits.map(({ pValues }) => pValues[name]),
      level,
    );
  return {
    violation: violation ?? null,
    words: violation === undefined ? 'every moment condition holds' : violationWords(violation),
    panels: fits.length,
    failures,
    rejected: {
      hansen: rate('hansen'),
      sargan: rate('sargan'),
      ar2: rate('ar2'),
      levelHansen: rate('levelHansen'),
    },
  };
}
