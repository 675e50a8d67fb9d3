import { type Arena, scope } from '../../core/arena.js';
import type { Engine } from '../../core/engine.js';
import { errorFromStatus } from '../../core/status-errors.js';
import { Status, statusName } from '../../core/status.js';
import { reducedForm, reducedFormOptions } from '../../generated/records.js';
import type { LinearCovariance } from '../linear/model.js';
import { putCovariance } from '../linear/records.js';
import type { ReducedForm, Residuals } from './identification/reduced-form.js';
import type { Asked } from './problem.js';
import { droppedNames, putAbsorbed, putInstrumentDesign } from './records.js';

/** A reduced form, and the instruments that the core kept in it. */
export interface KeptForm extends ReducedForm {
  readonly kept: readonly string[];
}

/**
 * The regressions of outcome and endogenous variables on all instruments, with the covariance of their scores. Throws
 * EngineError, and the error of a status that a fit of the same sample does not meet.
 */
export function computeReducedForm(
  engine: Engine,
  { problem, sample }: Asked,
  vcov: LinearCovariance,
  residuals: Residuals,
): KeptForm {
  return scope(engine, (arena) => {
    const design = putInstrumentDesign(arena, problem, sample);
    const options = arena.putRecord(reducedFormOptions, {
      restricted: Number(residuals === 'restricted'),
      covariance: putCovariance(arena, vcov),
      panel: putAbsorbed(arena, problem, sample),
    });
    const at = arena.putRecord(reducedForm, {});
    const status = engine.exports.iv_reduced_form(design, options, at);
    if (status !== Status.Ok) {
      const message = `${problem.estimator}: the reduced form of the endogenous variables: the core returned ${statusName(status)}`;
      throw errorFromStatus(status, message);
    }
    return readReducedForm(arena, at, { problem, sample });
  });
}

function readReducedForm(arena: Arena, address: number, { sample }: Asked): KeptForm {
  const form = arena.readRecord(reducedForm, address);
  const { ninstruments } = form;
  const dropped = droppedNames(arena, form.dropped, sample);
  const nexogenous = sample.exogenous.length;
  const nendogenous = sample.endogenous.length;
  const order = nexogenous + ninstruments + nendogenous + 1;
  const scores = ninstruments * (1 + nendogenous);
  return {
    ...form,
    nexogenous,
    nendogenous,
    triangle: arena.floats(form.triangle, order * order),
    covariance: form.covariance === 0 ? undefined : arena.floats(form.covariance, scores * scores),
    kept: sample.instruments.filter((name) => !dropped.includes(name)),
  };
}

/** The covariance with the lags that an estimate chose, which a reduced form does not choose anew. */
export function atBandwidth(vcov: LinearCovariance, bandwidth: number): LinearCovariance {
  return vcov.bandwidth === undefined ? vcov : { ...vcov, bandwidth };
}
