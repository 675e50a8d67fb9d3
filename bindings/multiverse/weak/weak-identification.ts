/** What a dynamic panel says about coefficients when its instruments may be weak. */
import { type Engine, loadEngine } from '../../core/engine.js';
import { IdentificationError, InputError } from '../../core/errors.js';
import { parseTerms, termName } from '../../data/index.js';
import { momentsOf } from '../../models/dpd/estimate.js';
import type { DpdFitted } from '../../models/dpd/index.js';
import { lagPlaces } from '../../models/dpd/long-run.js';
import type { ConfidenceSet, FitResult, Test } from '../../models/fit-result.js';
import {
  equations,
  type ReducedForm,
  unit,
} from '../../models/instruments/identification/reduced-form.js';
import { rankStatistic } from '../../models/instruments/identification/rank.js';
import { singularCovariance } from '../../models/instruments/identification/wald.js';
import { chi2Test } from '../../stats/inference.js';
import { dynamicContext } from '../context.js';
import { type RefitOptions, runTask } from '../refits.js';
import type { Target, WeakProblem } from './distances.js';
import { kindsOf, type PlaceTests } from './jobs.js';
import { momentsForm } from './moments-form.js';
import type { CoefficientSets, RobustPanelSets, WeakIdentification } from './result.js';
import { strongCoefficients } from './strong.js';
import { weakWarnings } from './warnings.js';

export interface WeakOptions extends RefitOptions {
  /** Coefficients to find sets of; by default that of the first lag of the outcome, or else of the first regressor. */
  readonly coefficients?: readonly string[] | undefined;
  /**
   * Coefficients taken as strongly identified and concentrated out; by default those of regressors that are instruments
   * of themselves. Sets of the rest are projections.
   */
  readonly strong?: readonly string[] | undefined;
  /** Confidence level; the model's by default. */
  readonly level?: number | undefined;
  /** Values of a coefficient that are looked at before the ends of its sets are refined, 24 by default. */
  readonly places?: number | undefined;
}

const PLACES = 24;
const FEWEST = 12;
const MOST = 100_000;

/**
 * The rank test of Kleibergen and Paap (2006) on the derivatives of the moment conditions of a difference or system GMM,
 * and sets of coefficients by inverting tests whose size does not depend on the strength of identification: S (Stock and
 * Wright 2000), K and the conditional likelihood ratio (Kleibergen 2005). They rest on the moment conditions and their
 * clusters alone, not on the model's steps or the correction of its covariance.
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `unknown-coefficient`, `bad-value`, IdentificationError
 *   `singular-moments`, `nonlinear-moments`; the reason of `signal`
 */
export async function weakIdentification(
  fit: FitResult,
  options: WeakOptions = {},
): Promise<WeakIdentification> {
  const context = dynamicContext('weak', fit);
  const { model, sample, estimate } = context;
  if (model.nonlinear !== false) {
    const message = `weak: expected linear moment conditions, found the nonlinear ones of nonlinear: ${model.nonlinear}`;
    throw new IdentificationError('nonlinear-moments', message);
  }
  const { level, places } = checkedNumbers(fit, options);
  const names = sample.design.params;
  const strong = namesOf(names, options.strong) ?? strongCoefficients(model, sample);
  const asked = namesOf(names, options.coefficients) ?? interesting(context);
  const engine = await loadEngine();
  const moments = momentsOf(engine, model, sample);
  const form = momentsForm(moments, estimate.params);
  const targets = asked.map((name) => targetOf(fit, names, name, strong));
  const problem = { form, estimates: [...estimate.params], targets, level, places };
  const found = await setsOf(problem, options);
  const sets = asked.map((coefficient, i) => ({
    coefficient,
    estimate: fit.params[coefficient]!,
    others: targets[i]!.weak.map((equation) => names[equation - 1]!),
    ...partsOf(problem, targets[i]!, found[i]!),
  }));
  return {
    title: fit.title,
    depvar: fit.depvar,
    level,
    nmoments: form.ninstruments,
    nparams: names.length,
    nclusters: moments.nclusters,
    rankTest: rankTest(engine, form),
    strong,
    places,
    sets,
    warnings: weakWarnings(engine, { moments, form, level, strong: strong.length }),
    engine: engine.info,
  };
}

function checkedNumbers(fit: FitResult, { level = fit.level, places = PLACES }: WeakOptions) {
  if (!(level > 0 && level < 1)) throw bad('level', 'a number between 0 and 1', level);
  if (!(Number.isSafeInteger(places) && places >= FEWEST && places <= MOST)) {
    throw bad('places', `a whole number from ${FEWEST} to ${MOST}`, places);
  }
  return { level, places };
}

function bad(path: string, expected: string, found: unknown): InputError {
  const message = `weak: ${path}: expected ${expected}, found ${String(found)}`;
  return new InputError('bad-value', message, { path, found });
}

/** The coefficients named, in the order of the model, as results print them. */
function namesOf(params: readonly string[], asked: readonly string[] | undefined) {
  if (asked === undefined) return undefined;
  const named = asked.flatMap((name) =>
    params.includes(name) ? [name] : parseTerms(name).map(termName),
  );
  const unknown = named.find((name) => !params.includes(name));
  if (unknown !== undefined) {
    const message = `weak: expected some of the coefficients ${params.join(', ')}, found ${unknown}`;
    throw new InputError('unknown-coefficient', message, {
      coefficient: unknown,
      available: params,
    });
  }
  return params.filter((name) => named.includes(name));
}

/** That of the first lag of the outcome. */
function interesting({ sample }: DpdFitted): string[] {
  const { params } = sample.design;
  const [first = 0] = lagPlaces(sample.depvar, params);
  return [params[first]!];
}

function targetOf(
  fit: FitResult,
  names: readonly string[],
  name: string,
  strong: readonly string[],
): Target {
  const rest = names.flatMap((other, j) => (other === name ? [] : [{ other, equation: j + 1 }]));
  const pick = (is: boolean) =>
    rest.flatMap(({ other, equation }) => (strong.includes(other) === is ? [equation] : []));
  return {
    equation: names.indexOf(name) + 1,
    centre: fit.params[name]!,
    scale: fit.stdErrors[name]!,
    weak: pick(false),
    strong: pick(true),
  };
}

/** The sets of every target, in the order of their kinds. */
async function setsOf(problem: WeakProblem, options: RefitOptions): Promise<ConfidenceSet[][]> {
  const { targets, places } = problem;
  const kinds = kindsOf(targets.some(({ weak }) => weak.length > 0));
  const found = await complete<PlaceTests>(
    { kind: 'weak-places', problem, kinds },
    targets.length * places,
    options,
  );
  const { workers, signal, workerUrl } = options;
  const sets = await complete<ConfidenceSet>(
    { kind: 'weak-sets', problem, kinds, found },
    targets.length * kinds.length,
    { workers, signal, workerUrl },
  );
  return targets.map((_, i) => sets.slice(i * kinds.length, (i + 1) * kinds.length));
}

/** All outcomes of a task; sets from some of the places would be wrong. */
async function complete<Outcome extends object>(
  task: Parameters<typeof runTask>[1],
  count: number,
  options: RefitOptions,
): Promise<Outcome[]> {
  const outcomes = await runTask<Outcome>('weak', task, count, options);
  if (outcomes.includes(undefined)) throw options.signal!.reason;
  return outcomes as Outcome[];
}

function partsOf(
  { form }: WeakProblem,
  { weak, strong }: Target,
  sets: readonly ConfidenceSet[],
): Pick<CoefficientSets, 'projected' | 'concentrated'> {
  const part = (first: number, dfS: number, dfK: number): RobustPanelSets => ({
    dfS,
    dfK,
    s: sets[first]!,
    k: sets[first + 1]!,
    clr: sets[first + 2]!,
  });
  const moments = form.ninstruments - strong.length;
  const projected = part(0, moments, 1 + weak.length);
  if (weak.length === 0) return { projected };
  return { projected, concentrated: part(3, moments - weak.length, 1) };
}

function rankTest(engine: Engine, form: ReducedForm): Test {
  const all = Array.from({ length: form.nendogenous }, (_, j) => unit(1 + form.nendogenous, 1 + j));
  const stat = rankStatistic(equations(form), all);
  if (stat === undefined) return { stat: null, pValue: null, reason: singularCovariance };
  return chi2Test(engine, stat, form.ninstruments - form.nendogenous + 1);
}
