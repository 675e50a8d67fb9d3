/** What analyses compute again from the moments of a dynamic panel. */
import { IdentificationError, InputError } from '../../core/errors/errors.js';
import { noInfluence } from '../../words/errors/analysis/inference.js';
import { nonlinearMoments } from '../../words/errors/analysis/weak.js';
import { isRobust } from '../covariances/registry.js';
import type { MomentAnalyses } from '../protocol.js';
import { adopt } from './estimate/conventions.js';
import { estimateDynamic, influenceOf, momentsOf } from './estimate/estimate.js';
import type { DynamicModel } from './model/model.js';
import { dynamicResult } from './result/result.js';

export const dynamicAnalyses: MomentAnalyses = {
  estimate: (engine, model, sample) => adopt(model, estimateDynamic(engine, model, sample)),
  result: (engine, model, sample, estimate) =>
    dynamicResult(engine, model, sample, { estimate, omitted: [] }),
  influence(engine, { model, sample }) {
    checkInfluence(model);
    return influenceOf(engine, model, sample);
  },
  sums(engine, { model, sample }) {
    const { nonlinear } = model;
    if (nonlinear !== false) throw new IdentificationError(nonlinearMoments({ nonlinear }), 'weak');
    return momentsOf(engine, model, sample);
  },
};

/** Doubly corrected, clustered and model-based errors are not sums over units of products of influence functions. */
function checkInfluence({ steps, vcov }: DynamicModel): void {
  const clustered = vcov.cluster !== undefined;
  const isSum = vcov.type !== 'doubly-corrected' && !clustered && (steps !== 1 || isRobust(vcov));
  if (isSum) return;
  throw new InputError(noInfluence({ type: vcov.type, steps, clustered }), 'hausman');
}
