/** How often the tests of a dynamic panel reject valid and invalid moment conditions. */
import { checkKeys } from '../../core/arguments/arguments.js';
import { newEngine } from '../../core/engine/engine.js';
import type { DynamicDesign } from '../../models/dynamic/design/design.js';
import type { FitResult } from '../../results/fit.js';
import { processOf } from './process/process.js';
import { regressorsOf } from './process/responses.js';
import { followersOf } from './process/variables.js';
import { type Violation, violationWords } from './process/violations.js';
import { dynamicData, fitDynamic } from '../../models/refits/dynamic.js';
import { type PValues, pValuesOf } from '../../results/p-values.js';
import type { PowerCase, PowerResult, TestName } from './power-result.js';
import { criticalPValue, type Panels, panelsOf, type Rate, rejections } from './rates.js';
import { runJobs } from '../../core/jobs/run-jobs.js';
import { simulationStudy } from './simulated-fit.js';
import {
  checkPanels,
  type SimulationOptions,
  simulationSchemas,
  simulationSettings,
} from './simulation-options.js';
import { describeProcess, simulatedModel, sourceOf } from './simulation-source.js';
import { type ViolationInput, violationsOf, violationsSchema } from './violations.js';
import type { Warning } from '../../results/common.js';
import { simulationWarnings } from '../../words/en/warnings/analyses.js';
import { warning } from '../../words/warning.js';
import { list, type Phrase, type Said, say, textOf, type Word } from '../../words/phrase.js';

/** What the rejection rates imply for the p-values of a fit, in sentences. */
const tests: readonly (readonly [TestName, Word])[] = [
  ['hansen', "Hansen's test"],
  ['ar2', 'The AR(2) test'],
  ['levelHansen', 'The difference-in-Hansen test of the level equation'],
];

/**
 * One paragraph per test of the fit. AR(2) is judged against serial correlation only. Sargan's test, which assumes
 * homoskedastic errors, is in the table only.
 */
function powerVerdict(pValues: PValues, cases: readonly PowerCase[], level: number): Said[] {
  const [valid, ...violated] = cases;
  return tests.flatMap(([name, words]) => {
    const p = pValues[name];
    const size = valid!.rejected[name];
    if (p === null || size === null) return [];
    const powers = violated.flatMap(({ violation, told: invalid, rejected }) => {
      const rate = rejected[name];
      const meant = name !== 'ar2' || violation?.kind === 'serial-correlation';
      return rate === null || !meant ? [] : [{ violation: invalid!, rate }];
    });
    const pValue = say(
      '{} has p = {}.',
      say(words),
      p >= 0.001 ? p.toFixed(4) : p.toExponential(1),
    );
    const power = powers.map(({ violation, rate }) =>
      say('{} with {}@rate', rateWords(rate), violation),
    );
    const sizes = say(
      'At {} it rejects {} of valid panels{}.',
      percent(1 - level),
      rateWords(size),
      power.length === 0 ? '' : say(', {}', list(power, ', ')),
    );
    const rejects = p < 1 - level;
    return [list([pValue, sizes, ...distortion(size, level), ...weakness(rejects, powers)], ' ')];
  });
}

/** Reports a size that differs from the nominal 1 - level by more than twice its Monte Carlo error. */
function distortion({ share, panels }: Rate, level: number): Said[] {
  const alpha = 1 - level;
  const error = Math.sqrt((alpha * level) / panels);
  if (share > alpha + 2 * error) return [say('It rejects too often: its p-values are too low.')];
  if (share < alpha - 2 * error) return [say('It rejects too rarely: its p-values are too high.')];
  return [];
}

interface Power {
  readonly violation: Phrase;
  readonly rate: Rate;
}

/** If a test rejects fewer than half of the invalid panels, its non-rejection is no evidence. */
function weakness(rejects: boolean, powers: readonly Power[]): Said[] {
  const weak = powers.filter(({ rate }) => rate.share < 0.5).map(({ violation }) => violation);
  if (rejects || weak.length === 0) return [];
  return [
    say('It often misses {}, so a large p-value is weak evidence of validity.', either(weak)),
  ];
}

/** `a, b or c`. */
function either(parts: readonly Phrase[]): Phrase {
  const last = parts.at(-1)!;
  return parts.length === 1 ? last : say('{} or {}', list(parts.slice(0, -1), ', '), last);
}

function rateWords({ share, monteCarloError }: Rate): string {
  return `${percent(share)} (+-${(100 * monteCarloError).toFixed(1)})`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`;
}

export interface PowerOptions extends SimulationOptions {
  /** Default: those that apply to the model, with the usual sizes. */
  readonly violations?: readonly ViolationInput[] | undefined;
}

const powerSchemas = { ...simulationSchemas, violations: violationsSchema };

/**
 * Simulates panels with the units, periods, gaps, regressors and estimates of a fit: valid ones, and ones with each
 * violation. Estimates the model on every panel and counts rejections. With many instruments the Hansen test may hardly
 * ever reject (Bowsher 2002, Roodman 2009b).
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `data-changed`, `bad-value`, `cannot-simulate`; the reason of `signal` when
 *   nothing was done
 */
export async function simulatePower(
  fit: FitResult,
  options: PowerOptions = {},
): Promise<PowerResult> {
  options = checkKeys('power', powerSchemas, options);
  const fitted = dynamicData('power', fit);
  const settings = simulationSettings(options, fitted.model.level);
  const { reps, seed, level } = settings;
  const engine = options.engine ?? (await newEngine());
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
  checkPanels('power', reps, cases);
  const jobs = reps * cases.length;
  const { outcomes, notices } = await runJobs(
    { subject: 'power', study: simulationStudy, task, count: jobs, partly: true },
    options,
  );
  const pValues = pValuesOf(fitDynamic(engine, model, fitted.data).result.tests);
  const panels = cases.map((_, place) => panelsOf(outcomes, place, cases.length));
  const critical = byTest((name) => criticalPValue(pValuesIn(panels[0]!, name), level));
  const counted = [undefined, ...violations].map((violation, place) =>
    powerCase(violation, panels[place]!, { level, critical }),
  );
  const verdict = powerVerdict(pValues, counted, level);
  return {
    kind: 'power',
    title: fit.title,
    depvar: fit.depvar,
    reps,
    seed,
    level,
    ...describeProcess(valid),
    own: pValues,
    critical,
    cases: counted,
    verdict: verdict.map((said) => textOf(said)),
    told: verdict,
    warnings: [...warnings, ...rejectedProcess(pValues, level), ...notices],
    partial: outcomes.includes(undefined),
    engine: engine.info,
  };
}

function hasLevelMoments({ system, specs }: DynamicDesign): boolean {
  return system && specs.some(({ kind, equation }) => kind === 'gmm' && equation !== 'diff');
}

/** If Hansen's test rejects the fit, the data are unlikely to come from the simulated process. */
function rejectedProcess({ hansen }: PValues, level: number): Warning[] {
  if (hansen === null || hansen >= 1 - level) return [];
  return [warning(simulationWarnings, 'rejected-process', { p: hansen })];
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
  const told =
    violation === undefined ? say('all moment conditions hold') : violationWords(violation);
  return {
    violation: violation ?? null,
    words: textOf(told),
    told,
    panels: panels.fits.length,
    failures: panels.failures,
    rejected: byTest((name) => rejections(pValuesIn(panels, name), 1 - level)),
    adjusted: byTest((name) => {
      const below = critical[name];
      return below === null ? null : rejections(pValuesIn(panels, name), below);
    }),
  };
}
