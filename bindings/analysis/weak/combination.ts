import type { Engine } from '../../core/engine/engine.js';

/** K's share of the size of the combination; J has the rest. Kleibergen (2005) uses 4 % of 5 %. */
const shareOfK = 0.8;

/**
 * Distance from not rejecting of the combination of K and J = S - K (Kleibergen 2005). It rejects if K rejects at size
 * a or J at size b. Both are independent at the true value, so (1 - a)(1 - b) = level gives the combination its size. J
 * is small at the estimate. It is large at other points where K is 0.
 *
 * The larger of the two distances has a kink, where searches get stuck. With `blur` it is smooth, and at most blur / 2
 * larger (after Chen and Mangasarian 1996, Computational Optimization and Applications 5).
 *
 * @param counts number of coefficients tested, and of moments
 */
export function combination(
  engine: Engine,
  level: number,
  [tested, moments]: readonly [number, number],
): (statistics: { readonly s: number; readonly k: number }, blur?: number) => number {
  const { chi2_isf } = engine.exports;
  const rest = moments - tested;
  if (rest === 0) {
    const critical = chi2_isf(1 - level, tested);
    return ({ k }) => k - critical;
  }
  const size = shareOfK * (1 - level);
  const criticalK = chi2_isf(size, tested);
  const criticalJ = chi2_isf(1 - level / (1 - size), rest);
  return ({ s, k }, blur = 0) => {
    const [ofK, ofJ] = [k - criticalK, s - k - criticalJ];
    const apart = ofK - ofJ;
    return (ofK + ofJ + Math.sqrt(apart * apart + blur * blur)) / 2;
  };
}
