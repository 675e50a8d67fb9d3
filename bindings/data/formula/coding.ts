/**
 * Which levels of i(x) have no column. A term with factors is a function of their levels, times its numeric factors:
 * its slope. It needs no columns for margins, functions of only some of its factors, that the model already has. This
 * is the rule of marginality (Chambers and Hastie 1992, Statistical Models in S, section 2.4).
 */
import { inputError } from '../place.js';
import { factorsOf, hasDummies, type Term, termKey, termName } from './term.js';
import { redundantTerm } from '../../words/errors/data/formulas.js';

/** Columns of factors such that the model contains every function of their levels; the empty margin is the constant. */
export type Margin = readonly string[];

/** The margins in the model before each term, by `termKey`. */
export type Margins = ReadonlyMap<string, readonly Margin[]>;

interface Shape {
  readonly term: Term;
  /** The product of numeric factors; empty if there are none. */
  readonly slope: string;
  readonly factors: Margin;
}

/**
 * Codes terms with i(x). Within a list, terms with fewer factors come first, and later lists follow earlier ones.
 * `given` are further margins: `[]` for a constant, `[g]` for absorbed effects of g.
 *
 * @throws InputError `redundant-term` for a term all of whose columns the model already has
 */
export function marginsOf(lists: readonly (readonly Term[])[], given: readonly Margin[]): Margins {
  const bySlope = new Map<string, readonly Margin[]>([['', given]]);
  const margins = new Map<string, readonly Margin[]>();
  for (const { term, slope, factors } of lists.flatMap(inOrderOfFactors)) {
    const key = termKey(term);
    const before = bySlope.get(slope) ?? [];
    if (margins.has(key)) continue;
    if (factors.length > 0) {
      if (before.some((margin) => contains(margin, factors))) throw redundant(term);
      margins.set(key, before);
    }
    bySlope.set(slope, [...before, factors]);
  }
  return margins;
}

function inOrderOfFactors(terms: readonly Term[]): Shape[] {
  return terms.map(shapeOf).sort((a, b) => a.factors.length - b.factors.length);
}

function shapeOf(term: Term): Shape {
  const parts = factorsOf(term);
  const slope = parts.filter((part) => !hasDummies(part)).map(termName);
  const factors = parts.flatMap((part) => (part.kind === 'dummies' ? [part.of.name] : []));
  return { term, slope: slope.sort().join(':'), factors };
}

function contains(margin: Margin, factors: Margin): boolean {
  return factors.every((factor) => margin.includes(factor));
}

function redundant(term: Term) {
  return inputError(term.place, redundantTerm({ term: termName(term) }));
}
