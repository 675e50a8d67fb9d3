import type { Engine } from '../../core/engine/engine.js';
import type { FitResult } from '../../results/fit.js';
import { identify } from '../instruments/identify/identify.js';
import { omittedWarnings } from '../linear/estimate/omit-collinear.js';
import { bandwidthWarnings } from '../linear/result/result.js';
import type { KeptRows } from '../instruments/problem.js';
import type { InstrumentEstimate } from '../instruments/records.js';
import { effectTitle, instrumentResult } from '../instruments/result.js';
import { absorbedUnitWarnings } from '../linear/result/row-errors.js';
import { instrumentWarnings } from '../instruments/warnings.js';
import type { IvModel } from './model.js';

/** Makes the plain result of an estimate. */
export function ivResult(
  engine: Engine,
  model: IvModel,
  estimated: KeptRows,
  fit: InstrumentEstimate,
): FitResult {
  const { sample, omitted } = estimated;
  const shared = instrumentResult(engine, model, sample, fit);
  const { tests, warnings } = identify(engine, model, estimated, fit);
  return {
    kind: 'fit',
    estimator: 'iv',
    title: `${title(model)}${effectTitle(model)}`,
    ...shared,
    omitted,
    kappa: fit.kappa,
    tests: { ...shared.tests, ...tests },
    warnings: [
      ...omittedWarnings(omitted),
      ...instrumentWarnings(sample, fit, shared),
      ...absorbedUnitWarnings(model, sample.rows),
      ...bandwidthWarnings(model.vcov, sample.rows, fit.bandwidth),
      ...warnings,
    ],
  };
}

function title({ method, fuller, kappa }: IvModel): string {
  switch (method) {
    case '2sls':
      return 'Two-stage least squares';
    case 'liml':
      return 'Limited-information maximum likelihood';
    case 'fuller':
      return `Fuller's modified limited-information maximum likelihood, alpha ${fuller}`;
    case 'kclass':
      return `k-class estimator, kappa ${kappa}`;
  }
}
