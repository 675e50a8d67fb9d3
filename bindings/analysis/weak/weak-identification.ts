/** Confidence sets of a dynamic panel's coefficients that allow for weak instruments. */
import * as v from 'valibot';
import {
  checkKeys,
  flag,
  level as levelSchema,
  listOf,
  whole,
} from '../../core/arguments/arguments.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { checkOmitted, parseTerms, spelledAs, termName } from '../../data/index.js';
import type { DynamicFit } from '../../models/dynamic/fit.js';
import type { ConfidenceSet, FitResult, Test } from '../../results/fit.js';
import { equations, type ReducedForm, unit } from '../../models/identification/reduced-form.js';
import { rankStatistic } from '../../models/identification/rank.js';
import { singularCovariance } from '../../models/identification/wald.js';
import { chi2Test } from '../../core/numerics/inference.js';
import { dynamicContext, momentAnalyses } from '../../models/refits/dynamic.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { type NotingOptions, runAllJobs } from './complete.js';
import { kinds } from './distances.js';
import { minimaStudy, setsStudy } from './jobs.js';
import { momentsForm } from './moments-form.js';
import { degreesOf, lineOf, type WeakProblem } from './problem.js';
import { carryMinima } from './profile.js';
import { projectionsOf } from './search/projections.js';
import type { CoefficientSets, ProjectedSets, WeakIdentification } from './result.js';
import { searchWarnings, weakWarnings } from './warnings.js';
import type { Warning } from '../../results/common.js';
import { unknownCoefficients } from '../../words/errors/analysis/weak.js';
import { listOfCoefficients } from '../../words/expectations/analysis/results.js';

export interface WeakOptions extends LocalOptions {
  /** Coefficients with sets; by default the first lag of the outcome, or else the first regressor. */
  readonly coefficients?: readonly string[] | undefined;
  /** Confidence level; by default the model's. */
  readonly level?: number | undefined;
  /**
   * Grid points of each coefficient, at which tests are inverted before the ends of sets are refined; 24 by default.
   */
  readonly places?: number | undefined;
  /**
   * Also projects the joint tests of K, K-J and the conditional likelihood ratio; false by default. The search may
   * take many times as long as all other sets.
   */
  readonly projected?: boolean | undefined;
}

const PLACES = 24;
const MIN_PLACES = 12;
const MAX_PLACES = 100_000;

const schemas = {
  coefficients: listOf(v.string(), listOfCoefficients()),
  level: levelSchema,
  places: whole(MIN_PLACES, MAX_PLACES),
  projected: flag,
  ...localSchemas,
};

/**
 * Kleibergen and Paap's (2006) rank test of the derivatives of the moment conditions of a difference or system GMM,
 * and confidence sets of coefficients. The sets invert tests whose size does not depend on how strongly the
 * coefficient is identified: S (Stock and Wright 2000), K and the conditional likelihood ratio (Kleibergen 2005).
 * Projected sets are valid whatever the strength of the other coefficients. Sets with the others concentrated out are
 * valid if these are strongly identified. All use the moment conditions and their clusters alone, not the model's
 * steps or the correction of its covariance.
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `unknown-coefficient`, `omitted-coefficient`, `bad-value`, IdentificationError
 *   `singular-moments`, `nonlinear-moments`; EngineError `worker-failed`; the reason of `signal`
 */
export async function weakIdentification(
  fit: FitResult,
  options: WeakOptions = {},
): Promise<WeakIdentification> {
  checkKeys('weak', schemas, options);
  const context = dynamicContext('weak', fit);
  const { model, sample, estimate } = context;
  const engine = await engineFor(options.engine);
  const moments = (await momentAnalyses(model)).sums(engine, context);
  const { level = fit.level, places = PLACES } = options;
  const names = sample.design.params;
  const requested = namesOf(fit, options.coefficients) ?? defaultCoefficient(context);
  const form = momentsForm(moments, estimate.params);
  const targets = requested.map((name) => ({
    equation: names.indexOf(name) + 1,
    centre: fit.params[name]!,
    scale: fit.stdErrors[name]!,
  }));
  const problem = { form, estimates: [...estimate.params], targets, level, places };
  const notices = new Map<string, Warning>();
  const targetSets = await setsOf(problem, { ...options, notices });
  const sets = requested.map((coefficient, i) => ({
    coefficient,
    estimate: fit.params[coefficient]!,
    ...partsOf(
      form,
      names.filter((name) => name !== coefficient),
      targetSets[i]!,
    ),
  }));
  const clusterings = Math.max(1, sample.design.clusters.length);
  return {
    kind: 'weak-identification',
    title: fit.title,
    depvar: fit.depvar,
    level,
    nmoments: form.ninstruments,
    nparams: names.length,
    nclusters: moments.nclusters,
    rankTest: rankTest(engine, form),
    places,
    sets,
    warnings: [
      ...weakWarnings(engine, { moments, form, level, clusterings }),
      ...searchWarnings(sets),
      ...notices.values(),
    ],
    engine: engine.info,
  };
}

/** The requested coefficients by their printed names, in the order of the model. */
function namesOf({ vcov, omitted = [] }: FitResult, requested: readonly string[] | undefined) {
  if (requested === undefined) return undefined;
  const params = vcov.names;
  const named = requested.flatMap((name) =>
    params.includes(name) ? [name] : parseTerms(spelledAs(params, name)).map(termName),
  );
  named.forEach((name) => checkOmitted('weak', omitted, name));
  const unknown = named.find((name) => !params.includes(name));
  if (unknown !== undefined) {
    const told = unknownCoefficients({ coefficient: unknown, available: params });
    throw new InputError(told, 'weak');
  }
  return params.filter((name) => named.includes(name));
}

/** The coefficient of the first lag of the outcome, or else of the first regressor. */
function defaultCoefficient({ sample }: DynamicFit): string[] {
  const { params } = sample.design;
  const [first = 0] = sample.lags;
  return [params[first]!];
}

interface TargetSets {
  /** In the order of `kinds`. */
  readonly sets: readonly ConfidenceSet[];
  /** Only if `projected` is true. */
  readonly searched: ProjectedSets['searched'];
}

/** The sets of each target. */
async function setsOf(
  problem: WeakProblem,
  options: WeakOptions & NotingOptions,
): Promise<TargetSets[]> {
  const { targets, places } = problem;
  const { workers, signal, workerUrl, engine, notices, projected = false } = options;
  const outcomes = await runAllJobs(
    {
      study: minimaStudy,
      task: { kind: 'weak-places', problem },
      count: targets.length * places,
    },
    options,
  );
  const form = equations(problem.form);
  const minima = targets.map((target, i) => {
    const targetMinima = outcomes.slice(i * places, (i + 1) * places).map(({ minimum }) => minimum);
    return carryMinima(form, target, lineOf(form, target, places), targetMinima);
  });
  const sets = await runAllJobs(
    {
      study: setsStudy,
      task: { kind: 'weak-sets', problem, minima },
      count: targets.length * kinds.length,
    },
    { workers, signal, workerUrl, engine, notices },
  );
  const searched = projected ? await projectionsOf(problem, minima, options) : [];
  return targets.map((_, i) => ({
    sets: sets.slice(i * kinds.length, (i + 1) * kinds.length),
    searched: searched[i],
  }));
}

function partsOf(
  form: ReducedForm,
  assumedStrong: readonly string[],
  { sets, searched }: TargetSets,
): Pick<CoefficientSets, 'projected' | 'concentrated'> {
  const df = degreesOf(form);
  const [projected, s, k, kj, clr] = sets as [
    ConfidenceSet,
    ConfidenceSet,
    ConfidenceSet,
    ConfidenceSet,
    ConfidenceSet,
  ];
  return {
    projected: { dfS: df.projected, s: projected, ...(searched && { searched }) },
    concentrated: { assumedStrong, dfS: df.concentrated, s, k, kj, clr },
  };
}

function rankTest(engine: Engine, form: ReducedForm): Test {
  const all = Array.from({ length: form.nendogenous }, (_, j) => unit(1 + form.nendogenous, 1 + j));
  const stat = rankStatistic(equations(form), all);
  if (stat === undefined) return { stat: null, pValue: null, reason: singularCovariance };
  return chi2Test(engine, stat, form.ninstruments - form.nendogenous + 1);
}
