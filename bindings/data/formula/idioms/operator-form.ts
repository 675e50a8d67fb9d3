/** Warnings about columns whose names look like operators, with the way to write each operator. */
import type { TableWarning } from '../../table-warning.js';
import { formulaWarnings } from '../../../words/en/warnings/formulas.js';
import { warning } from '../../../words/warning.js';
import { reads } from '../canonical.js';
import { translateTerms } from './translate-terms.js';
import type { IsColumn } from './dotted-names.js';
import { parseFormula } from '../formula.js';
import { columnsOf, type Term, termName } from '../term.js';
import { parseTerms } from '../term-list.js';

/**
 * The warning that a word is read as the column of that name; undefined if the operator would have no column, so that
 * only the column can be meant.
 */
export function operatorWarning(word: string, isColumn: IsColumn): TableWarning | undefined {
  const form = operatorForm(word);
  if (form === undefined || !parseTerms(form).flatMap(columnsOf).every(isColumn)) return undefined;
  const detail = { name: word, operator: form };
  return { ...warning(formulaWarnings, 'operator-like-name', detail), column: word };
}

/**
 * Warns of terms that are computed although a column has exactly their name, such as `log(x)` in a table of regressors.
 */
export function computedWarnings(formula: string, names: readonly string[]): TableWarning[] {
  const { depvar, regressors, effects, endogenous, instruments } = parseFormula(formula);
  const terms = [depvar, ...regressors, ...effects, ...endogenous, ...instruments];
  const computed = new Map(terms.flatMap(withParts).map((term) => [termName(term), term]));
  return names.flatMap((name) => {
    const term = computed.get(name);
    if (term === undefined || term.kind === 'column') return [];
    const detail = { name, from: columnsOf(term) };
    return [{ ...warning(formulaWarnings, 'operator-like-name', detail), column: name }];
  });
}

function withParts(term: Term): Term[] {
  if (term.kind === 'column') return [term];
  const inside = term.kind === 'interaction' ? term.factors : [term.of];
  return [term, ...inside.flatMap(withParts)];
}

/** How to write the operator: `L(1).wage` for `l.wage` and `L.wage`, `x` for `c.x`, `i(g)` for `i.g`. */
function operatorForm(word: string): string | undefined {
  let form: string | undefined = word;
  if (!reads(parseTerms, word) || !reads(() => (form = translateTerms(word) ?? word), word)) {
    return undefined;
  }
  return form.replace(
    /^(?:[LFD]\d*)+\./,
    (operators) =>
      operators.replace(/([LFD])(\d*)\.?/g, (_, letter: string, order: string) => {
        return `${letter}(${order === '' ? 1 : order})`;
      }) + '.',
  );
}
