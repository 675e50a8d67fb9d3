/** Random row filters in the languages of other programs, and which rows each program keeps, by its rules. */
import type { Draw } from '../damage.js';
import { pick } from '../texts.js';

export const languages = ['R', 'mask', 'query', 'gretl', 'stata'] as const;

export type Language = (typeof languages)[number];

export type Row = Readonly<Record<string, number | null>>;

export type Tree =
  | { readonly kind: 'and' | 'or'; readonly of: readonly [Tree, Tree] }
  | { readonly kind: 'not'; readonly of: Tree }
  | { readonly kind: 'missing'; readonly column: string }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly number[] }
  | {
      readonly kind: 'compare';
      readonly operator: string;
      readonly column: string;
      /** A number, or the name of another column. */
      readonly to: number | string;
    };

const operators = ['==', '!=', '<', '<=', '>', '>='];

export function randomTree(draw: Draw, columns: readonly string[], depth: number): Tree {
  const kind = draw(20);
  if (depth > 0 && kind < 7) {
    const of = [0, 1].map(() => randomTree(draw, columns, depth - 1)) as [Tree, Tree];
    return { kind: pick(draw, ['and', 'or'] as const), of };
  }
  if (depth > 0 && kind < 10) return { kind: 'not', of: randomTree(draw, columns, depth - 1) };
  const column = pick(draw, columns);
  if (kind < 12) return { kind: 'missing', column };
  if (kind < 14) {
    return { kind: 'in', column, values: Array.from({ length: 1 + draw(3) }, () => draw(8) - 2) };
  }
  const to = kind === 14 ? pick(draw, columns) : draw(8) - 2;
  return { kind: 'compare', operator: pick(draw, operators), column, to };
}

/** Words for and, or, not. */
const words: Readonly<Record<Language, readonly [string, string, string]>> = {
  R: [' & ', ' | ', '!'],
  mask: [' & ', ' | ', '~'],
  query: [' and ', ' or ', 'not '],
  gretl: [' && ', ' || ', '!'],
  stata: [' & ', ' | ', '!'],
};

/** The filter in a language; `frame` is the name of the data frame. */
export function treeText(tree: Tree, language: Language, frame = 'df'): string {
  const [and, or, not] = words[language];
  const inner = (one: Tree) => treeText(one, language, frame);
  const name = (column: string) => (language === 'mask' ? `${frame}.${column}` : column);
  switch (tree.kind) {
    case 'and':
    case 'or':
      return `(${tree.of.map(inner).join(tree.kind === 'and' ? and : or)})`;
    case 'not':
      return `${not}(${inner(tree.of)})`;
    case 'missing':
      return {
        R: `is.na(${tree.column})`,
        mask: `${name(tree.column)}.isna()`,
        query: `(${tree.column} != ${tree.column})`,
        gretl: `missing(${tree.column})`,
        stata: `missing(${tree.column})`,
      }[language];
    case 'in':
      return membership(tree.column, tree.values, language, name(tree.column));
    case 'compare': {
      const to = typeof tree.to === 'number' ? String(tree.to) : name(tree.to);
      return `(${name(tree.column)} ${tree.operator} ${to})`;
    }
  }
}

function membership(
  column: string,
  values: readonly number[],
  language: Language,
  named: string,
): string {
  const list = values.join(', ');
  return {
    R: `${column} %in% c(${list})`,
    mask: `${named}.isin([${list}])`,
    query: `(${column} in [${list}])`,
    gretl: `(${values.map((value) => `${column} == ${value}`).join(' || ')})`,
    stata: `inlist(${column}, ${list})`,
  }[language];
}

/** True, false, or undefined where it is not known. */
type Truth = boolean | undefined;

/** Whether the program keeps the row. */
export function keeps(tree: Tree, row: Row, language: Language): boolean {
  if (language === 'R' || language === 'gretl') return kleene(tree, row, language) === true;
  return twoValued(tree, row, language === 'stata' ? stataTest : pandasTest);
}

/** Whether a condition is true in a row; undefined where a program of three truth values does not know. */
export function truthOf(tree: Tree, row: Row, language: Language): Truth {
  return kleene(tree, row, language);
}

/** Kleene (1952): and is the least of false, unknown and true, or the largest. */
function kleene(tree: Tree, row: Row, language: Language): Truth {
  switch (tree.kind) {
    case 'and':
    case 'or': {
      const decides = tree.kind === 'or';
      const sides = tree.of.map((one) => kleene(one, row, language));
      if (sides.includes(decides)) return decides;
      return sides.includes(undefined) ? undefined : !decides;
    }
    case 'not': {
      const of = kleene(tree.of, row, language);
      return of === undefined ? undefined : !of;
    }
    case 'missing':
      return row[tree.column] === null;
    case 'in': {
      const value = row[tree.column]!;
      // gretl compares with each value, and %in% of R finds no missing value.
      if (value === null) return language === 'gretl' ? undefined : false;
      return tree.values.includes(value);
    }
    case 'compare': {
      const [a, b] = sidesOf(tree, row);
      return a === null || b === null ? undefined : compare(tree.operator, a, b);
    }
  }
}

type LeafTree = Exclude<Tree, { kind: 'and' | 'or' | 'not' | 'missing' }>;

function twoValued(tree: Tree, row: Row, test: (tree: LeafTree, row: Row) => boolean): boolean {
  switch (tree.kind) {
    case 'and':
      return tree.of.every((one) => twoValued(one, row, test));
    case 'or':
      return tree.of.some((one) => twoValued(one, row, test));
    case 'not':
      return !twoValued(tree.of, row, test);
    case 'missing':
      return row[tree.column] === null;
    default:
      return test(tree, row);
  }
}

/** NaN equals nothing and is in no order. */
function pandasTest(tree: LeafTree, row: Row): boolean {
  if (tree.kind === 'in') return tree.values.includes(row[tree.column] ?? NaN);
  const [a, b] = sidesOf(tree, row);
  return compare(tree.operator, a ?? NaN, b ?? NaN);
}

/** A missing value is the largest number. */
function stataTest(tree: LeafTree, row: Row): boolean {
  if (tree.kind === 'in') return tree.values.includes(row[tree.column] ?? Infinity);
  const [a, b] = sidesOf(tree, row);
  return compare(tree.operator, a ?? Infinity, b ?? Infinity);
}

function sidesOf(tree: Tree & { kind: 'compare' }, row: Row): [number | null, number | null] {
  return [row[tree.column]!, typeof tree.to === 'number' ? tree.to : row[tree.to]!];
}

function compare(operator: string, a: number, b: number): boolean {
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}
