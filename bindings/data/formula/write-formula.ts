import type { Formula } from './formula.js';
import { type Term, termName } from './term.js';

/** The text of a formula's parts, which reads back as the same formula. */
export function writeFormula({
  depvar,
  regressors,
  intercept,
  effects,
  endogenous,
  instruments,
}: Omit<Formula, 'text'>): string {
  const sum = (terms: readonly Term[]) => terms.map(termName).join(' + ');
  const constant = intercept ? '1' : '0';
  const right = intercept && regressors.length > 0 ? [] : [constant];
  const parts = [
    `${termName(depvar)} ~ ${[...right, ...regressors.map(termName)].join(' + ')}`,
    ...(effects.length === 0 ? [] : [sum(effects)]),
    ...(endogenous.length === 0 ? [] : [`${sum(endogenous)} ~ ${sum(instruments)}`]),
  ];
  return parts.join(' | ');
}
