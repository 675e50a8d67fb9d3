/** Calls the core, which leaves its results in its memory. */
import type { Arena } from '../../core/engine/arena.js';
import type { Engine } from '../../core/engine/engine.js';
import { IvMethod } from '../../generated/codes.js';
import { ivDesign, ivFit, ivOptions, linearDesign } from '../../generated/records.js';
import { putEffects } from '../linear/estimate/call.js';
import {
  type CoreRows,
  dependenceFields,
  putCovariance,
  putSample,
} from '../linear/estimate/records.js';
import type { InstrumentProblem } from './problem.js';
import type { InstrumentSample } from './sample.js';

/** The part of a sample that is copied into the core. */
export interface CoreInstruments extends Pick<
  InstrumentSample,
  'exogenous' | 'endogenous' | 'instruments'
> {
  readonly rows: CoreRows;
}

/** Estimates in the core and leaves the fit in its memory; returns the status and the address of the fit. */
export function callInstruments(
  engine: Engine,
  arena: Arena,
  problem: InstrumentProblem,
  sample: CoreInstruments,
): { readonly status: number; readonly fitAddress: number } {
  const design = putInstrumentDesign(arena, problem, sample);
  const options = putOptions(arena, problem, sample);
  const fitAddress = arena.putRecord(ivFit, {});
  return { status: engine.exports.iv_fit(design, options, fitAddress), fitAddress };
}

/** Copies a sample into the core's memory; returns the address of its record. */
export function putInstrumentDesign(
  arena: Arena,
  { weightType }: Pick<InstrumentProblem, 'weightType'>,
  { rows, exogenous, endogenous, instruments }: CoreInstruments,
): number {
  const { nrows, weighting } = rows;
  return arena.putRecord(ivDesign, {
    nexogenous: exogenous.length,
    nendogenous: endogenous.length,
    ninstruments: instruments.length,
    constant: exogenous.indexOf('_cons'),
    rows: putSample(arena, { ...rows, intercept: false }, weightType),
    weightRows:
      weighting === undefined
        ? 0
        : arena.putRecord(linearDesign, { nrows, ...dependenceFields(arena, weighting, nrows) }),
  });
}

/** Copies the effects to absorb into the core's memory, 0 where there are none. */
export function putAbsorbed(
  arena: Arena,
  problem: Pick<InstrumentProblem, 'absorb' | 'transformation'>,
  { rows }: CoreInstruments,
): number {
  if (problem.transformation.absorbed.length === 0) return 0;
  const constant = rows.names.indexOf('_cons');
  return putEffects(arena, problem, constant);
}

/** Copies the options into the core's memory. */
export function putOptions(
  arena: Arena,
  problem: InstrumentProblem,
  sample: CoreInstruments,
): number {
  const { method, vcov } = problem;
  const { kind, kappa = 1, steps = 0, weight = vcov, center = false } = method;
  return arena.putRecord(ivOptions, {
    method: IvMethod[kind],
    steps,
    center: Number(center),
    maxIterations: method.maxIterations ?? 0,
    kappa,
    tolerance: method.tolerance ?? 0,
    weight: putCovariance(arena, weight),
    covariance: putCovariance(arena, vcov),
    panel: putAbsorbed(arena, problem, sample),
    tests: problem.tests === undefined ? 0 : putCovariance(arena, problem.tests),
  });
}
