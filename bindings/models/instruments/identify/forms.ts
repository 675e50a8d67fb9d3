/** Reduced forms, copied out of the core's memory. */
import type { Arena, RecordValues } from '../../../core/engine/arena.js';
import { reducedForm } from '../../../generated/records.js';
import type { ReducedForm } from '../../identification/reduced-form.js';
import type { InstrumentSample } from '../sample.js';

/** A reduced form, and the instruments that the core kept in it. */
export interface KeptForm extends ReducedForm {
  readonly kept: readonly string[];
}

/** The reduced form of an estimate, with its type of covariance and the score products that its tests need. */
export interface TestForm extends KeptForm {
  /**
   * `covariance` computed from the residuals of a regression on the exogenous regressors only. Robust if the covariance
   * of the estimate is unadjusted.
   */
  readonly restricted: Float64Array;
  /**
   * Score products (ninstruments + nendogenous squared, row by row). The scores are least squares residuals of the
   * outcome times an orthonormal basis of instruments and endogenous regressors. `leastSquares` regresses on the
   * regressors; `augmented` adds the first stages' residuals.
   */
  readonly leastSquares: readonly number[][];
  readonly augmented: readonly number[][];
  /** Small-sample factor and denominator degrees of freedom of the last regression. */
  readonly augmentedFactor: number;
  readonly augmentedDf: number;
}

export function readReducedForm(arena: Arena, address: number, sample: InstrumentSample): KeptForm {
  return keptForm(arena, arena.readRecord(reducedForm, address), sample);
}

export function readTestForm(arena: Arena, address: number, sample: InstrumentSample): TestForm {
  const form = arena.readRecord(reducedForm, address);
  const count = form.ninstruments + sample.endogenous.length;
  return {
    ...keptForm(arena, form, sample),
    restricted: arena.floats(form.restricted, scores(form, sample) ** 2),
    leastSquares: square(arena, form.leastSquares, count),
    augmented: square(arena, form.augmented, count),
    augmentedFactor: form.augmentedFactor,
    augmentedDf: form.augmentedDf,
  };
}

function keptForm(
  arena: Arena,
  form: RecordValues<typeof reducedForm>,
  sample: InstrumentSample,
): KeptForm {
  const dropped = droppedNames(arena, form.dropped, sample);
  const nexogenous = sample.exogenous.length;
  const nendogenous = sample.endogenous.length;
  const order = nexogenous + form.ninstruments + nendogenous + 1;
  return {
    ...form,
    nexogenous,
    nendogenous,
    triangle: arena.floats(form.triangle, order * order),
    covariance:
      form.covariance === 0 ? undefined : arena.floats(form.covariance, scores(form, sample) ** 2),
    kept: sample.instruments.filter((name) => !dropped.includes(name)),
  };
}

/** Number of scores: instruments times variables. */
function scores(
  { ninstruments }: Pick<ReducedForm, 'ninstruments'>,
  { endogenous }: InstrumentSample,
): number {
  return ninstruments * (1 + endogenous.length);
}

function square(arena: Arena, address: number, n: number): number[][] {
  const values = arena.floats(address, n * n);
  return Array.from({ length: n }, (_, i) => [...values.subarray(i * n, (i + 1) * n)]);
}

/** Names of the excluded instruments that the core left out. */
export function droppedNames(
  arena: Arena,
  address: number,
  { instruments }: InstrumentSample,
): string[] {
  if (address === 0) return [];
  const marks = arena.ints(address, instruments.length);
  return instruments.filter((_, j) => marks[j] === 1);
}
