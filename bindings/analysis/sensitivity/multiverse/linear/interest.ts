/** The term of a formula that a coefficient of interest belongs to. */
import { literalPattern } from '../../../../core/arguments/pattern.js';
import { parseFormula, parseTerms, type Term, termKey, termName } from '../../../../data/index.js';
import { factorsOf, hasDummies } from '../../../../data/index.js';
import { attempt, isFailure } from '../../../../core/jobs/failures.js';
import type { StaticModel } from './model.js';

/** The term of the coefficient, by default the first; undefined for the constant and for an unknown name. */
export function interestOf(
  { formula }: Pick<StaticModel, 'formula'>,
  coefficient: string | undefined,
): Term | undefined {
  const { endogenous, regressors } = parseFormula(formula);
  const terms = [...endogenous, ...regressors];
  if (coefficient === undefined) return terms[0];
  const keys = keysOf(coefficient);
  return (
    terms.find((term) => keys.includes(termKey(term))) ??
    terms.find((term) => hasDummies(term) && isColumnOf(coefficient, term))
  );
}

function keysOf(coefficient: string): string[] {
  const read = attempt(() => parseTerms(coefficient).map(termKey));
  return isFailure(read) ? [] : read;
}

/** Whether `Region=west` or `x:Region=west` is named as the columns of a term are. */
function isColumnOf(coefficient: string, term: Term): boolean {
  const factors = factorsOf(term).map((factor) =>
    factor.kind === 'dummies'
      ? `${literalPattern(termName(factor.of))}=.*`
      : literalPattern(termName(factor)),
  );
  return new RegExp(`^${factors.join(':')}$`, 's').test(coefficient);
}
