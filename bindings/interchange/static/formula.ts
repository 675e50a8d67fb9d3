/** Formulas of static models from the parts that other programs write apart. */
import { parseFormula, termName } from '../../data/index.js';

/** The parts of a formula; each text is a term as in formulas. */
export interface FormulaTexts {
  readonly depvar: string;
  readonly exogenous: readonly string[];
  readonly intercept: boolean;
  readonly effects?: readonly string[];
  readonly endogenous?: readonly string[];
  readonly instruments?: readonly string[];
}

/** `y ~ x1 + x2 | fe | w ~ z`, with terms named as in results. */
export function staticFormula(parts: FormulaTexts): string {
  const { depvar, exogenous, intercept, effects = [], endogenous = [], instruments = [] } = parts;
  const right = exogenous.length === 0 ? ['1'] : exogenous;
  const written = [
    `${depvar} ~ ${[...(intercept ? [] : ['0']), ...(intercept ? right : exogenous)].join(' + ')}`,
    ...(effects.length === 0 ? [] : [effects.join(' + ')]),
    ...(endogenous.length === 0 ? [] : [`${endogenous.join(' + ')} ~ ${instruments.join(' + ')}`]),
  ];
  return canonicalFormula(written.join(' | '));
}

/** A formula with its terms written as in results. With absorbed effects it has no `0 +`, which would change nothing. */
function canonicalFormula(text: string): string {
  const formula = parseFormula(text);
  const { depvar, regressors, effects, endogenous, instruments } = formula;
  const intercept = formula.intercept || effects.length > 0;
  const names = [...(intercept ? [] : ['0']), ...regressors.map(termName)];
  const parts = [
    `${termName(depvar)} ~ ${names.length === 0 ? '1' : names.join(' + ')}`,
    ...(effects.length === 0 ? [] : [effects.map(termName).join(' + ')]),
    ...(endogenous.length === 0
      ? []
      : [`${endogenous.map(termName).join(' + ')} ~ ${instruments.map(termName).join(' + ')}`]),
  ];
  return parts.join(' | ');
}

/** True if a formula has lags, leads or differences, which need a panel. */
export function hasOperators(formula: string): boolean {
  const { depvar, regressors, effects, endogenous, instruments } = parseFormula(formula);
  return [depvar, ...regressors, ...effects, ...endogenous, ...instruments].some((term) =>
    /\b[LFD]\d*\./.test(termName(term).replace(/`[^`]*`/g, '')),
  );
}
