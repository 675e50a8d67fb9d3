import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { statusError } from '../../../core/engine/status-sentences.js';
import { Status } from '../../../core/engine/status.js';
import { reducedForm, reducedFormOptions } from '../../../generated/records.js';
import type { LinearCovariance } from '../../linear/model/model.js';
import { putCovariance } from '../../linear/estimate/records.js';
import { type KeptForm, readReducedForm } from './forms.js';
import type { Residuals } from '../../identification/reduced-form.js';
import type { EstimatedRows } from '../problem.js';
import { putAbsorbed, putInstrumentDesign } from '../call.js';

/**
 * Regresses outcome and endogenous variables on all instruments and computes the covariance of the scores. Throws
 * EngineError, or the error of a status that a fit of the same sample does not return.
 */
export function computeReducedForm(
  engine: Engine,
  { problem, sample }: EstimatedRows,
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
    const formAddress = arena.putRecord(reducedForm, {});
    const status = engine.exports.iv_reduced_form(design, options, formAddress);
    if (status !== Status.Ok) {
      throw statusError(`${problem.estimator}: reduced form`, status);
    }
    return readReducedForm(arena, formAddress, sample);
  });
}

/** Fixes the bandwidth that an estimate chose, so that a reduced form does not choose another. */
export function withBandwidth(vcov: LinearCovariance, bandwidth: number): LinearCovariance {
  return vcov.bandwidth === undefined ? vcov : { ...vcov, bandwidth };
}
