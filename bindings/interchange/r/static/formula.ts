/** Formulas of lm(), plm(), ivreg() and feols(). */
import type { Dialect, Part, WrittenFormula } from '../../static/wilkinson.js';
import { staticFormula } from '../../static/formula.js';

export const rDialect: Dialect = {
  language: 'R',
  functions: { log: 'log', exp: 'exp', sqrt: 'sqrt', abs: 'abs' },
  factors: ['factor', 'as.factor', 'i'],
  levelled: ['i'],
  lags: ['lag', 'l', 'Lag', 'plm::lag'],
  leads: ['lead', 'f'],
  differences: ['diff', 'd'],
  quotes: [],
  power: /\^/,
  name: /[A-Za-z.][\w.]*/,
};

/** `y ~ x`; with effects the constant is absorbed. */
export function formulaText(
  { depvar, parts }: WrittenFormula,
  effects: readonly string[] = [],
  instruments: {
    readonly endogenous: readonly string[];
    readonly excluded: readonly string[];
  } = noInstruments,
): string {
  const [first] = parts;
  return staticFormula({
    depvar,
    exogenous: first!.terms.filter((term) => !instruments.endogenous.includes(term)),
    intercept: first!.intercept ?? true,
    effects,
    endogenous: instruments.endogenous,
    instruments: instruments.excluded,
  });
}

const noInstruments = { endogenous: [], excluded: [] };

/** Endogenous variables and excluded instruments of `y ~ x + w | x + z` and of `y ~ x | w | z`. */
export function instrumentsOf([first, second, third]: readonly Part[]) {
  if (third !== undefined) {
    return { endogenous: second!.terms, excluded: third.terms, isSeparate: true };
  }
  const all = second!.dot
    ? [...first!.terms.filter((term) => !second!.removed.includes(term)), ...second!.terms]
    : second!.terms;
  return {
    endogenous: first!.terms.filter((term) => !all.includes(term)),
    excluded: all.filter((term) => !first!.terms.includes(term)),
    isSeparate: false,
  };
}
