/** The plan of a linear bootstrap: what it draws, what its replicates compute, and which intervals need them. */
import * as wanted from '../../../words/expectations/bootstrap.js';
import { type BootstrappedTest, instrumentTests } from '../../../models/replicates/draw-options.js';
import type { IntervalMethod } from '../../../results/scheme.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import type { BootstrapOptions } from '../options.js';
import { badOption } from '../../../models/replicates/refusal.js';
import { defaultIntervals, isWild } from '../summary/scheme.js';
import { isNested } from './drawn-rows.js';
import { type LinearCase, linearCase } from './problem.js';
import { checkStudentized, checkSums, type ResolvedScheme, resolveScheme } from './scheme.js';
import { type Units, withEffects } from './units.js';

interface CommonPlan {
  readonly context: LinearFit;
  readonly options: BootstrapOptions;
  readonly scheme: SchemeResult;
  readonly units: Units;
  readonly ci: readonly IntervalMethod[];
  readonly tests: readonly BootstrappedTest[];
}

/** A bootstrap whose replicates are computed from sums over units. */
export interface SumsPlan extends CommonPlan {
  readonly kind: 'unit-sums';
  readonly linear: LinearCase;
}

/** A bootstrap whose replicates estimate the rows that they draw. */
export interface RowsPlan extends CommonPlan {
  readonly kind: 'drawn-rows';
}

/**
 * Resolves scheme, units and intervals, once for the whole bootstrap.
 *
 * @throws InputError `no-bootstrap` if the scheme does not fit the estimate, `bad-value` for options that do not belong
 *   to it
 */
export function planLinear(
  context: LinearFit,
  options: BootstrapOptions,
  tests: readonly BootstrappedTest[],
): SumsPlan | RowsPlan {
  const plan = planReplicates(context, options, tests);
  checkIntervals(context, plan.scheme, plan.ci);
  checkTests(context, tests);
  return plan;
}

function planReplicates(
  context: LinearFit,
  options: BootstrapOptions,
  tests: readonly BootstrappedTest[],
): SumsPlan | RowsPlan {
  const resolved = resolveScheme(context, options);
  const ci = options.ci ?? defaultIntervals(resolved.scheme);
  const common = { context, options, ci, tests };
  if (needsRows(context, resolved)) {
    const scheme = { ...resolved.scheme, refitted: true };
    return { ...common, kind: 'drawn-rows', scheme, units: resolved.units };
  }
  const linear = linearCase(context);
  checkSums(context, resolved.scheme, linear, options);
  const units = withEffects(resolved.units, linear.problem.transformation.absorbed);
  return { ...common, kind: 'unit-sums', scheme: resolved.scheme, units, linear };
}

/** True if replicates must estimate the drawn clusters or rows, as sums over units do not determine the estimate. */
function needsRows(
  { model, moments, transformation: { kind, absorbed } }: LinearFit,
  { scheme: { scheme }, units }: ResolvedScheme,
): boolean {
  const weighted = moments !== undefined && absorbed.length === 0;
  const drawnWhole = scheme === 'cluster' || (scheme === 'pairs' && weighted);
  if (!drawnWhole || model.weights?.type === 'frequency') return false;
  if (kind === 'random' || kind === 'between' || absorbed.length > 1) return true;
  if (moments !== undefined) {
    const { method, weight } = moments;
    return absorbed.length > 0 || method === 'iterated' || method === 'cue' || weight.center;
  }
  return absorbed.length > 0 && !isNested(absorbed[0]!, units);
}

function checkIntervals(
  context: LinearFit,
  schemeResult: SchemeResult,
  ci: readonly IntervalMethod[],
): void {
  const { scheme } = schemeResult;
  if (ci.includes('inverted') && !isWild(schemeResult)) {
    throw badOption('ci', wanted.intervalsOther({ interval: 'inverted', scheme }), 'inverted');
  }
  if (ci.includes('bca') && scheme !== 'pairs' && scheme !== 'cluster') {
    throw badOption('ci', wanted.intervalsOther({ interval: 'bca', scheme }), 'bca');
  }
  if (!ci.includes('studentized')) return;
  if (context.moments !== undefined) {
    const intervals = ['percentile', 'basic', 'normal', 'bca'];
    throw badOption('ci', wanted.intervalsWith({ intervals, estimator: 'gmm' }), 'studentized');
  }
  checkStudentized(context, schemeResult);
}

/** Throws InputError `bad-value` for tests that the fit does not have. */
function checkTests({ instruments, moments }: LinearFit, tests: readonly BootstrappedTest[]): void {
  const ofInstruments = instruments === undefined ? [] : instrumentTests;
  const possible = moments === undefined ? ofInstruments : (['hansen'] as const);
  const test = tests.find((bootstrappedTest) => !possible.includes(bootstrappedTest));
  if (test === undefined) return;
  const owner = instrumentTests.includes(test) ? 'iv' : 'dpd';
  throw badOption('statistics', wanted.statisticsOf({ tests: possible, test, owner }), test);
}
