import type { Engine } from '../core/engine.js';

/** Share of the level that K has of the combination's, J having the rest: Kleibergen's (2005) 4 % of 5 %. */
const shareOfK = 0.8;

/**
 * How far the combination of K and J = S - K (Kleibergen 2005) is from not rejecting: it rejects where K does at a share
 * of its size or J at what the rest leaves. The two are independent where the tested value is true, so that it has its
 * size: (1 - a)(1 - b) = level. J is small at the estimate and large where K is 0 for another reason.
 *
 * The larger of the two distances has a kink that searches get stuck in: with a `blur` it is smooth, and above itself by
 * at most half of that (Chen and Mangasarian 1996, Computational Optimization and Applications 5, for the idea).
 *
 * @param counts coefficients tested, and moments
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
