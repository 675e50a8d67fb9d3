/** Estimates from moments of units: the fit behind a result, and fits of other models by its estimator. */
import { notDynamic } from '../../words/errors/models/refits.js';
import { InputError } from '../../core/errors/errors.js';
import type { Engine } from '../../core/engine/engine.js';
import type { DataInput } from '../../data/index.js';
import { requireContext } from '../context.js';
import type { DynamicFit } from '../dynamic/fit.js';
import type { DynamicModel } from '../dynamic/model/model.js';
import { unitMomentsOf } from '../fitted-model.js';
import type { Model } from '../model.js';
import type { MomentAnalyses } from '../protocol.js';
import { laterEstimator } from '../reading/load-estimator.js';
import { checkUnchanged } from './unchanged.js';
import type { FitResult } from '../../results/fit.js';

/**
 * `dynamicContext` for an analysis that reads the data again.
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `data-changed`
 */
export function dynamicData(subject: string, fit: FitResult): DynamicFit {
  const context = dynamicContext(subject, fit);
  checkUnchanged(subject, context);
  return context;
}

/**
 * Returns the data, design and estimates behind a dynamic panel result.
 *
 * @throws InputError `result-without-data`, `not-dynamic`
 */
export function dynamicContext(subject: string, fit: FitResult): DynamicFit {
  const context = requireContext(subject, fit);
  const moments = unitMomentsOf(context);
  if (moments !== undefined) return moments;
  throw new InputError(notDynamic({ estimator: context.estimator }), subject);
}

/** The models of the estimators whose instruments are lags. */
export type KnownDynamic = Extract<Model, DynamicModel>;

/** Estimates a model whose estimator is loaded. Throws as the estimator. */
export function fitDynamic(engine: Engine, model: DynamicModel, data: DataInput): DynamicFit {
  const estimator = laterEstimator(model.estimator).loaded!;
  return estimator.unitMoments!(estimator.fit(engine, model as Model, data));
}

/** What analyses of a model compute again. */
export async function momentAnalyses({ estimator }: DynamicModel): Promise<MomentAnalyses> {
  return (await laterEstimator(estimator).load()).momentAnalyses!();
}
