import type { Place } from '../place.js';
import { quoteName } from './quote-name.js';

export type FunctionName = 'log' | 'exp' | 'sqrt' | 'abs';

interface Node {
  /** Where the term begins in its formula. */
  readonly place: Place;
}

export interface ColumnTerm extends Node {
  readonly kind: 'column';
  readonly name: string;
}

/** `of` by calendar time: `by` periods earlier, or later if `by` is negative. `by` is never 0. */
export interface LagTerm extends Node {
  readonly kind: 'lag';
  readonly by: number;
  readonly of: Term;
}

/** Difference of order `order`: `D2.x` is x(t) - 2 x(t-1) + x(t-2). */
export interface DifferenceTerm extends Node {
  readonly kind: 'difference';
  readonly order: number;
  readonly of: Term;
}

export interface CallTerm extends Node {
  readonly kind: 'call';
  readonly function: FunctionName;
  readonly of: Term;
}

export interface PowerTerm extends Node {
  readonly kind: 'power';
  readonly of: Term;
  readonly exponent: number;
}

/** `i(x)`: one dummy for each value of a column except `ref`, by default the first value. */
export interface DummiesTerm extends Node {
  readonly kind: 'dummies';
  readonly of: ColumnTerm;
  readonly ref?: string | undefined;
}

/** Product of two or more factors. */
export interface InteractionTerm extends Node {
  readonly kind: 'interaction';
  readonly factors: readonly Term[];
}

/** A part of a formula: one column of numbers, or several if it contains dummies. */
export type Term =
  ColumnTerm | LagTerm | DifferenceTerm | CallTerm | PowerTerm | DummiesTerm | InteractionTerm;

const binding = {
  interaction: 1,
  power: 2,
  lag: 3,
  difference: 3,
  call: 4,
  column: 4,
  dummies: 4,
} as const;

/** The name that results print. It reads back as the same term: `L1.n`, `D.x`, `F1.x`, `log(x)`, `a:b`. */
export function termName(term: Term): string {
  switch (term.kind) {
    case 'column':
      return quoteName(term.name);
    case 'lag':
      return `${term.by > 0 ? 'L' : 'F'}${Math.abs(term.by)}.${inner(term.of, binding.lag)}`;
    case 'difference':
      return `D${term.order === 1 ? '' : term.order}.${inner(term.of, binding.lag)}`;
    case 'call':
      return `${term.function}(${termName(term.of)})`;
    case 'power':
      return `${inner(term.of, binding.lag)}^${term.exponent}`;
    case 'dummies':
      return `i(${termName(term.of)}${term.ref === undefined ? '' : `, ref=${quoteValue(term.ref)}`})`;
    case 'interaction':
      return term.factors.map((factor) => inner(factor, binding.power)).join(':');
  }
}

/** Names of the columns that a term reads, without repetitions. */
export function columnsOf(term: Term): string[] {
  if (term.kind === 'column') return [term.name];
  if (term.kind !== 'interaction') return columnsOf(term.of);
  return [...new Set(term.factors.flatMap(columnsOf))];
}

/** True for `i(x)` and interactions with it, which have one column per dummy. */
export function hasDummies(term: Term): boolean {
  if (term.kind === 'interaction') return term.factors.some(hasDummies);
  return term.kind === 'dummies';
}

/** The factors of an interaction, or the term itself. */
export function factorsOf(term: Term): readonly Term[] {
  return term.kind === 'interaction' ? term.factors : [term];
}

/** The terms without duplicates. */
export function distinct(terms: readonly Term[]): Term[] {
  const byKey = new Map<string, Term>();
  for (const term of terms) {
    const key = termKey(term);
    if (!byKey.has(key)) byKey.set(key, term);
  }
  return [...byKey.values()];
}

/** A key that is equal for terms with the same column, such as `a:b` and `b:a`. */
export function termKey(term: Term): string {
  if (term.kind !== 'interaction') return termName(term);
  return term.factors.map(termName).sort().join(':');
}

function inner(term: Term, tightest: number): string {
  const name = termName(term);
  return binding[term.kind] < tightest ? `(${name})` : name;
}

function quoteValue(value: string): string {
  if (String(Number(value)) === value) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
