/** Tables of limited outcomes: choices, counts, censored hours. */
import type { Term } from '../fit.js';
import { likelihoodFit, orderedFit } from '../numbers/likelihood.js';
import { linearFit } from '../numbers/linear.js';
import { baseOf, labelsOf } from './basic.js';
import type { Study } from './study.js';

export function binary(seed: number): Study {
  const { rows } = baseOf(seed);
  const task = { rows, outcome: 'binary', slopes: ['x1', 'x2', 'd'] };
  return {
    name: 'binary',
    title: 'Probability of exporting',
    errors: 'ml',
    labels: labelsOf(seed),
    notes: [],
    fits: [
      likelihoodFit('logit', { ...task, slopes: ['x1'], head: 'Logit' }),
      likelihoodFit('logit', { ...task, head: 'Logit' }),
      likelihoodFit('probit', { ...task, head: 'Probit' }),
    ],
  };
}

/** Odds ratios with errors by the delta method; z is that of the logarithm. */
export function oddsRatios(seed: number): Study {
  const study = binary(seed);
  const ratio = (term: Term): Term => {
    const [b, low, high] = [term.b, term.low, term.high].map(Math.exp) as [number, number, number];
    return { ...term, b, se: b * term.se, low, high };
  };
  return {
    ...study,
    name: 'odds ratios',
    title: 'Odds ratios',
    rescaled: true,
    notes: ['The table shows odds ratios'],
    fits: study.fits.slice(0, 2).map((fit) => ({ ...fit, terms: fit.terms.map(ratio) })),
  };
}

export function tobit(seed: number): Study {
  const { rows } = baseOf(seed);
  const task = { rows, outcome: 'censored', slopes: ['x1', 'x2', 'x3'] };
  return {
    name: 'tobit',
    title: 'Hours worked',
    errors: 'ml',
    labels: labelsOf(seed),
    notes: [],
    fits: [
      linearFit({ ...task, vcov: 'classical' }),
      likelihoodFit('tobit', { ...task, head: 'Tobit' }),
    ],
  };
}

export function ordered(seed: number): Study {
  const { rows } = baseOf(seed);
  const task = { rows, outcome: 'answer', head: 'Ordered probit' };
  return {
    name: 'ordered probit',
    title: 'Self-rated health',
    errors: 'ml',
    labels: labelsOf(seed),
    notes: [],
    fits: [
      orderedFit({ ...task, slopes: ['x1', 'x2'] }),
      orderedFit({ ...task, slopes: ['x1', 'x2', 'd'] }),
    ],
  };
}

export function counts(seed: number): Study {
  const { rows } = baseOf(seed);
  const task = { rows, outcome: 'count', head: 'Poisson' };
  return {
    name: 'counts',
    title: 'Number of patents',
    errors: 'ml',
    labels: labelsOf(seed),
    notes: ['Poisson regressions'],
    fits: [
      likelihoodFit('poisson', { ...task, slopes: ['x1'] }),
      likelihoodFit('poisson', { ...task, slopes: ['x1', 'x2', 'd'] }),
    ],
  };
}
