/** Tests of several hypotheses at once, over coefficients and over models. */
import * as said from '../../../words/errors/bootstrap/replicates.js';
import { listOfCoefficients } from '../../../words/expectations/analysis/results.js';
import * as wanted from '../../../words/expectations/bootstrap.js';
import { aCoefficient } from '../../../words/expectations/models/models.js';
import { namesAmong } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import * as v from 'valibot';
import { badArgument, checkKeys, listOf, oneOf, text } from '../../../core/arguments/arguments.js';
import { type Engine, engineFor } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { spelledAs, suggestionOf } from '../../../data/index.js';
import { checkFit, contextOf } from '../../../models/context.js';
import { tieBounds } from '../../../core/numerics/ties.js';
import type { Warning } from '../../../results/common.js';
import type { BootstrapResult, FitResult } from '../../../results/fit.js';
import type { Adjustment, MultipleTests } from '../../../results/hypotheses.js';
import { bootstrap } from '../bootstrap.js';
import { type BootstrapOptions, bootstrapSchemas } from '../options.js';
import { linearOf } from '../../../models/fitted-model.js';
import { benjaminiHochberg, holm, sharpenedQ } from './adjustments.js';
import { absoluteT } from './draws.js';
import { type JointDraws, singleP, stepDown } from './step-down.js';

/** Rules for p-values of several hypotheses. */
export const adjustments = ['holm', 'bh', 'sharpened-q', 'romano-wolf', 'westfall-young'] as const;

export interface MultipleTestOptions extends Omit<BootstrapOptions, 'reps' | 'ci' | 'checkpoint'> {
  /** Coefficients. Each model that has one of them adds a hypothesis. */
  readonly of: readonly string[];
  /** Default holm. */
  readonly adjust?: readonly Adjustment[] | undefined;
  /** Replicates for romano-wolf and westfall-young; default 9999. */
  readonly reps?: number | undefined;
}

const schemas = {
  ...bootstrapSchemas,
  of: v.pipe(
    listOf(text(aCoefficient()), listOfCoefficients()),
    v.minLength(1, expects(wanted.oneOrMoreCoefficients())),
  ),
  adjust: v.pipe(
    listOf(oneOf(adjustments), namesAmong({ words: adjustments })),
    v.minLength(1, expects(wanted.oneOrMoreRules())),
  ),
};

interface Hypothesis {
  readonly fit: FitResult;
  readonly of: string;
}

const byRule: Readonly<Partial<Record<Adjustment, (pValues: readonly number[]) => number[]>>> = {
  holm,
  bh: benjaminiHochberg,
  'sharpened-q': sharpenedQ,
};

/**
 * Tests that each coefficient is zero, with p-values that account for the number of hypotheses. `romano-wolf` and
 * `westfall-young` use the joint distribution of all t statistics: every model is bootstrapped with the same draws of
 * the same units, so the models need the same rows.
 *
 * @throws InputError `bad-value`, `unknown-coefficient`, `other-rows`, and as `bootstrap`
 */
export async function multipleTests(
  fits: readonly FitResult[],
  options: MultipleTestOptions,
): Promise<MultipleTests> {
  options = checkKeys('multipleTests', schemas, options, ['of']);
  if (!Array.isArray(fits) || fits.length === 0) {
    throw badArgument('multipleTests', 'fits', wanted.oneOrMoreResults(), fits);
  }
  for (const fit of fits) checkFit('multipleTests', fit);
  options.signal?.throwIfAborted();
  const { of, adjust = ['holm'], reps = 9999, ...drawing } = options;
  const hypotheses = hypothesesOf(fits, of);
  const pValues = hypotheses.map(({ fit, of: name }) => fit.pValues[name]!);
  const joint = adjust.some((rule) => byRule[rule] === undefined)
    ? await jointOf(hypotheses, { ...drawing, reps })
    : undefined;
  const columns = new Map(
    adjust.map((rule) => [rule, byRule[rule]?.(pValues) ?? joint!.adjusted(rule)]),
  );
  return {
    kind: 'hypotheses',
    adjust,
    hypotheses: hypotheses.map((hypothesis, i) => ({
      ...described(hypothesis, fits),
      ...(joint !== undefined && { bootstrapP: joint.alone[i]! }),
      adjusted: Object.fromEntries(adjust.map((rule) => [rule, columns.get(rule)![i]!])),
      ...(joint !== undefined && {
        monteCarloError: Object.fromEntries(
          adjust
            .filter((rule) => byRule[rule] === undefined)
            .map((rule) => [rule, joint.errorOf(columns.get(rule)![i]!)]),
        ),
      }),
    })),
    ...(joint !== undefined && { bootstrap: joint.bootstrap }),
    warnings: joint?.warnings ?? [],
  };
}

function hypothesesOf(fits: readonly FitResult[], written: readonly string[]): Hypothesis[] {
  const names = fits.flatMap(({ params }) => Object.keys(params));
  const of = written.map((name) => spelledAs(names, name));
  for (const name of of) {
    if (fits.some(({ params }) => Object.hasOwn(params, name))) continue;
    const known = [...new Set(fits.flatMap(({ params }) => Object.keys(params)))];
    const near = suggestionOf(name, known);
    throw new InputError(said.unknownTested({ path: 'of', found: name, near }), {
      of: 'multipleTests',
      key: 'of',
    });
  }
  const hypotheses = fits.flatMap((fit) =>
    of
      .filter((name) => Object.hasOwn(fit.params, name))
      .map((name): Hypothesis => ({ fit, of: name })),
  );
  const untested = hypotheses.find(({ fit, of: name }) => !Number.isFinite(fit.pValues[name]));
  if (untested === undefined) return hypotheses;
  const detail = { coefficient: untested.of, depvar: untested.fit.depvar };
  throw new InputError(said.noPValue(detail), 'multipleTests');
}

/**
 * The name of a hypothesis: its coefficient, preceded by the outcome or the number of the model if there are several
 * models.
 */
function nameOf({ fit, of }: Hypothesis, fits: readonly FitResult[]): string {
  const same = fits.filter(({ depvar }) => depvar === fit.depvar);
  if (fits.length === 1) return of;
  if (same.length === fits.length) return `model ${fits.indexOf(fit) + 1}: ${of}`;
  const number = same.length > 1 ? ` (${same.indexOf(fit) + 1})` : '';
  return `${fit.depvar}${number}: ${of}`;
}

function described(hypothesis: Hypothesis, fits: readonly FitResult[]) {
  const { fit, of } = hypothesis;
  const estimate = fit.params[of]!;
  const stdError = fit.stdErrors[of]!;
  return {
    name: nameOf(hypothesis, fits),
    estimate,
    stdError,
    stat: estimate / stdError,
    pValue: fit.pValues[of]!,
  };
}

/** The replicates of all hypotheses, from the same draws. */
async function jointOf(hypotheses: readonly Hypothesis[], options: BootstrapOptions) {
  const fits = [...new Set(hypotheses.map(({ fit }) => fit))];
  checkSameRows(fits);
  checkMemory(hypotheses.length, options.reps);
  const engine = await engineFor(options.engine);
  // Replicates of wild schemes hold test statistics; those of other schemes need standard errors.
  const isWild = options.scheme?.startsWith('wild') === true;
  const draws = new Map<Hypothesis, Float64Array>();
  const results: BootstrapResult[] = [];
  for (const fit of fits) {
    const run = bootstrap(fit, { ...options, engine, ...(!isWild && { ci: ['studentized'] }) });
    const [replicates, result] = await Promise.all([run.replicates, run.result]);
    results.push(result);
    for (const hypothesis of hypotheses) {
      if (hypothesis.fit !== fit) continue;
      const t = absoluteT(fit, replicates, hypothesis.of);
      if (t === undefined) {
        const detail = { coefficient: hypothesis.of, depvar: fit.depvar };
        throw new InputError(said.noReplicateErrors(detail), 'multipleTests');
      }
      draws.set(hypothesis, t);
    }
  }
  const [first] = results;
  if (results.some(({ units, scheme }) => units !== first!.units || scheme !== first!.scheme)) {
    throw new InputError(said.otherUnits(), 'multipleTests');
  }
  const complete = completeDraws(hypotheses.map((hypothesis) => draws.get(hypothesis)!));
  const used = complete[0]!.length;
  const enumerated = first!.enumerated === true;
  const bounds = hypotheses.map(
    ({ fit, of }) => tieBounds(fit.params[of]! / fit.stdErrors[of]!, 1).far,
  );
  const alone = { bounds, draws: complete, enumerated };
  return {
    errorOf: (p: number) => (enumerated ? 0 : Math.sqrt((p * (1 - p)) / used)),
    alone: singleP(alone),
    adjusted: (rule: Adjustment) =>
      stepDown(rule === 'romano-wolf' ? alone : probabilities(engine, hypotheses, alone)),
    bootstrap: {
      scheme: first!.scheme,
      reps: first!.reps,
      completed: first!.completed,
      used,
      ...(enumerated && { enumerated }),
      seed: first!.seed,
    },
    warnings: results.flatMap(({ warnings }) => warnings).filter(isFirst),
  };
}

const isFirst = (warning: Warning, place: number, all: readonly Warning[]) =>
  all.findIndex(({ code, message }) => code === warning.code && message === warning.message) ===
  place;

/**
 * Westfall and Young compare p-values. The scale here is -ln p in the reference distribution of each model, which
 * distinguishes p-values that are too small for a double.
 */
function probabilities(
  engine: Engine,
  hypotheses: readonly Hypothesis[],
  { bounds, draws, enumerated }: JointDraws,
): JointDraws {
  const { normal_log_sf, t_log_sf } = engine.exports;
  const one = (place: number, t: number) => {
    const { statistic, dfResid } = hypotheses[place]!.fit;
    return -(statistic === 't' ? t_log_sf(t, dfResid) : normal_log_sf(t));
  };
  return {
    bounds: bounds.map((bound, place) => one(place, bound)),
    draws: draws.map((values, place) => values.map((t) => one(place, t))),
    enumerated,
  };
}

/** Replicates in which every statistic is a number. */
function completeDraws(draws: readonly Float64Array[]): Float64Array[] {
  const reps = Math.min(...draws.map(({ length }) => length));
  const kept: number[] = [];
  for (let r = 0; r < reps; r++) {
    if (!draws.some((values) => Number.isNaN(values[r]))) kept.push(r);
  }
  if (kept.length === 0) throw new InputError(said.noCompleteReplicate(), 'multipleTests');
  if (kept.length === reps) return [...draws];
  return draws.map((values) => Float64Array.from(kept, (r) => values[r]!));
}

/**
 * Maximum number of bytes for the statistics of all hypotheses in all replicates: 10,000 hypotheses with 9,999
 * replicates.
 */
const MOST_BYTES = 2 ** 30;

/** @throws InputError `too-many-replicates` */
function checkMemory(hypotheses: number, reps: number): void {
  const bytes = 8 * hypotheses * reps;
  if (bytes <= MOST_BYTES) return;
  const most = Math.floor(MOST_BYTES / 8 / hypotheses);
  throw new InputError(said.tooManyHypotheses({ hypotheses, reps, bytes, most }), 'multipleTests');
}

/** The joint distribution exists only if a draw means the same rows in each model. */
function checkSameRows([first, ...others]: readonly FitResult[]): void {
  for (const fit of others) {
    if (fit.nobs !== first!.nobs || fit.estimator !== first!.estimator) {
      const detail = { first: first!.depvar, rows: first!.nobs };
      const other = { other: fit.depvar, otherRows: fit.nobs };
      throw new InputError(said.otherNumbers({ ...detail, ...other }), 'multipleTests');
    }
    const [a, b] = [first!, fit].map((fitResult) => {
      const context = contextOf(fitResult);
      return context && linearOf(context)?.rows.rows;
    });
    if (a?.every((row, i) => row === b?.[i]) === false) {
      const detail = { first: first!.depvar, other: fit.depvar };
      throw new InputError(said.otherRowsUsed(detail), 'multipleTests');
    }
  }
}
