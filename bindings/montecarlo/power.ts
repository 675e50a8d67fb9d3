/** How often the tests of a dynamic panel reject, where its moment conditions hold and where they do not. */
import { loadEngine } from '../core/engine.js';
import type { DpdDesign } from '../models/dpd/design/design.js';
import { dpdEstimator } from '../models/dpd/index.js';
import type { FitResult } from '../results/fit.js';
import { processOf } from './process/process.js';
import { regressorsOf } from './process/responses.js';
import { followersOf } from './process/variables.js';
import { type Violation, violationWords } from './process/violations.js';
import { dynamicContext } from '../models/dpd/context.js';
import { type PValues, pValuesOf } from '../results/p-values.js';
import type { PowerCase, PowerResult, TestName } from './power-result.js';
import { powerVerdict } from './power-verdict.js';
import { criticalPValue, type Panels, panelsOf, rejections } from './rates.js';
import { runJobs } from '../jobs/run-jobs.js';
import { simulationStudy } from './simulated-fit.js';
import { type SimulationOptions, simulationSettings } from './simulation-options.js';
import { describeProcess, simulatedModel, sourceOf } from './simulation-source.js';
import { type ViolationInput, violationsOf } from './violations.js';
import type { Warning } from '../results/common.js';

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
export async function power(fit: FitResult, options: PowerOptions = {}): Promise<PowerResult> {
  const fitted = dynamicContext('power', fit);
  const settings = simulationSettings('power', options, fitted.model.level);
  const { reps, seed, level } = settings;
  const engine = options.engine ?? (await loadEngine());
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
  const outcomes = await runJobs(
    { subject: 'power', study: simulationStudy, task, count: jobs },
    options,
  );
  const own = pValuesOf(dpdEstimator.fit(engine, model, fitted.data).result.tests);
  const panels = cases.map((_, place) => panelsOf(outcomes, place, cases.length));
  const critical = byTest((name) => criticalPValue(pValuesIn(panels[0]!, name), level));
  const counted = [undefined, ...violations].map((violation, place) =>
    powerCase(violation, panels[place]!, { level, critical }),
  );
  return {
    kind: 'power',
    title: fit.title,
    depvar: fit.depvar,
    reps,
    seed,
    level,
    ...describeProcess(valid),
    own,
    critical,
    cases: counted,
    verdict: powerVerdict(own, counted, level),
    warnings: [...warnings, ...rejectedProcess(own, level)],
    partial: outcomes.includes(undefined),
    engine: engine.info,
  };
}

function hasLevelMoments({ system, specs }: DpdDesign): boolean {
  return system && specs.some(({ kind, equation }) => kind === 'gmm' && equation !== 'diff');
}

/** A fit that its own test rejects is a doubtful process to draw from. */
function rejectedProcess({ hansen }: PValues, level: number): Warning[] {
  if (hansen === null || hansen >= 1 - level) return [];
  const message = `Hansen's test rejects the fit itself, p = ${hansen.toPrecision(2)}: the simulated process takes its estimates as parameters, and what is found need not hold for the process of the data`;
  return [{ code: 'rejected-process', message }];
}

const byTest = <Value>(value: (name: TestName) => Value) => ({
  hansen: value('hansen'),
  sargan: value('sargan'),
  ar2: value('ar2'),
  levelHansen: value('levelHansen'),
});

function pValuesIn({ fits }: Panels, name: TestName): (number | null)[] {
  return fits.map(({ pValues }) => pValues[name]);
}

interface Critical {
  readonly level: number;
  readonly critical: PowerResult['critical'];
}

function powerCase(
  violation: Violation | undefined,
  panels: Panels,
  { level, critical }: Critical,
): PowerCase {
  return {
    violation: violation ?? null,
    words: violation === undefined ? 'every moment condition holds' : violationWords(violation),
    panels: panels.fits.length,
    failures: panels.failures,
    rejected: byTest((name) => rejections(pValuesIn(panels, name), 1 - level)),
    adjusted: byTest((name) => {
      const below = critical[name];
      return below === null ? null : rejections(pValuesIn(panels, name), below);
    }),
  };
}
