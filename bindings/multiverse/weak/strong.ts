import { parseTerms, termName } from '../../data/index.js';
import type { DpdSample } from '../../models/dpd/design.js';
import type { DpdModel } from '../../models/dpd/model.js';

/**
 * Coefficients of regressors that are instruments of themselves, dated as in the equation: ordinary instruments,
 * GMM-style ones from lag 0 on, time effects and the constant. Their derivatives hold sums of squares, as those of
 * exogenous regressors do in a regression with instruments.
 */
export function strongCoefficients(model: DpdModel, { design, timeEffects }: DpdSample): string[] {
  const own = [
    ...model.iv,
    ...model.gmm.filter(({ lags, equation }) => lags[0] <= 0 && equation !== 'level'),
  ];
  const instruments = new Set([
    ...own.flatMap(({ vars }) => vars.flatMap((text) => parseTerms(text).map(termName))),
    ...timeEffects,
    ...(design.constant ? ['_cons'] : []),
  ]);
  return design.params.filter((name) => instruments.has(name));
}
