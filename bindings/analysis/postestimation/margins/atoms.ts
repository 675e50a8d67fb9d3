/**
 * The variables of a term: columns, and their lags and differences, each of which counts as a separate variable. Terms
 * are rewritten as functions of columns that hold these variables. A lag moves inside functions, as L1.log(x) is
 * log(L1.x).
 */
import { type Term, termKey, termName } from '../../../data/index.js';

/** Variables by name, as terms of the data. */
export type Variables = Map<string, Term>;

/**
 * Replaces each variable of the term by a column, and adds the variable to `variables`. The term with the key `whole`
 * counts as one variable.
 */
export function onVariables(term: Term, variables: Variables, whole?: string): Term {
  const moved = lagsInside(term);
  const recurse = (part: Term): Term => onVariables(part, variables, whole);
  if (termKey(moved) === whole) return variableOf(moved, variables);
  switch (moved.kind) {
    case 'call':
    case 'power':
      return { ...moved, of: recurse(moved.of) };
    case 'interaction':
      return { ...moved, factors: moved.factors.map(recurse) };
    default:
      return variableOf(moved, variables);
  }
}

function variableOf(term: Term, variables: Variables): Term {
  const name = variableName(term);
  variables.set(name, term);
  return { kind: 'column', name, place: term.place };
}

/** The name of a variable: the unquoted name of its column, or the term. */
export function variableName(term: Term): string {
  return term.kind === 'column' ? term.name : termName(term);
}

/** The term with its lags moved inside, to its columns, as far as possible. */
export function lagsInside(term: Term): Term {
  if (term.kind !== 'lag') return term;
  const { by, of, place } = term;
  const lag = (part: Term): Term => lagsInside({ kind: 'lag', by, of: part, place });
  switch (of.kind) {
    case 'call':
    case 'power':
      return { ...of, of: lag(of.of) };
    case 'interaction':
      return { ...of, factors: of.factors.map(lag) };
    default:
      return term;
  }
}
