/** Stata's factor variables: `i.year`, `ib2019.year`, `c.x#c.z`, `x##z`. */
import { dummies } from './factors.js';
import { NoMeaning } from './no-meaning.js';
import { operandOf } from './orders.js';
import { insideOf, splitTop, wordsOf } from './split.js';
import * as said from '../../../words/errors/data/idioms.js';

/** A prefix `i.`, `c.`, `b2019.`, `ib(first).`, possibly with a time operator, as in `cL.x`. */
const prefix = /^(c|i|i?bn|i?b?\d+|(?:i|b|ib)\([^)]*\))((?:[LFDlfd]\d*)?)\.(?=[\p{L}_`(])/u;

/** Stata's `o.x`, which is omitted. */
const omitted = /^o\.(?=[\p{L}_`])/u;

/**
 * The terms of a variable with a prefix, or undefined without one. In a list in parentheses the prefix applies to each
 * part.
 *
 * @throws NoMeaning for bases and levels that a formula cannot name
 */
export function prefixed(text: string, read: (text: string) => string[]): string[] | undefined {
  if (omitted.test(text)) return [];
  const [whole, kind, shift] = prefix.exec(text) ?? [];
  if (whole === undefined || kind === undefined) return undefined;
  const rest = text.slice(whole.length);
  const listed = insideOf(rest);
  if (listed !== undefined && splitTop(listed, /[:*^#+]/y).separators.length === 0) {
    return wordsOf(listed).flatMap((word) => prefixed(whole + word, read)!);
  }
  const columns = read(shift === '' ? rest : `${shift!}.${rest}`);
  if (kind === 'c') return columns;
  return columns.map((column) => dummies(column, baseOf(kind, column, text)));
}

/** The reference level in a prefix; undefined for the first level. */
function baseOf(kind: string, column: string, part: string): string | undefined {
  const base = /^i?b\(?(-?\d+)\)?$/.exec(kind)?.[1];
  if (base !== undefined) return base;
  if (kind === 'i' || /^i?b\(first\)$/.test(kind)) return undefined;
  const withLevel = kind === 'ibn' || kind === 'bn' ? undefined : dummies(column, 'LEVEL');
  const detail = { part, column, found: kind, dummies: dummies(column), withLevel };
  throw new NoMeaning(part, said.otherBase(detail));
}

/** Maximum factors of an interaction that is expanded. */
const mostFactors = 8;

/**
 * Terms of a text with `#` or `##`: products, and all products of the parts. A variable without a prefix is a factor,
 * as in Stata; a variable times itself is a power.
 *
 * @throws NoMeaning for a mixture of `#` and `##`, and for a lag without `c.` or `i.`
 */
export function interaction(text: string, read: (text: string) => string[]): string[] | undefined {
  const { parts, separators } = splitTop(text, /##?/y);
  if (separators.length === 0 || parts.includes('')) return undefined;
  const full = separators[0] === '##';
  if (new Set(separators).size > 1 || parts.length > mostFactors) {
    throw new NoMeaning(text, said.mixedProducts({ part: text, most: mostFactors }));
  }
  const factors = parts.map((part) =>
    only(factorOf(part, read), part, { text, parts, sign: separators[0]! }),
  );
  if (!full) return [product(factors)];
  if (new Set(factors).size === factors.length) return [factors.map(operandOf).join('*')];
  return [...new Set(subsets(factors).map(product))];
}

/** The factor of a part: a name without prefix is a factor; anything else is kept. */
function factorOf(part: string, read: (text: string) => string[]): string[] {
  const terms = prefixed(part, read);
  if (terms !== undefined) return terms;
  if (/^(?:[\p{L}_][\p{L}\p{N}_]*|`[^`]*`)$/u.test(part)) return [dummies(part)];
  if (/^[LFDlfd]\d*\./.test(part)) {
    throw new NoMeaning(part, said.noPrefix({ part }));
  }
  return read(part);
}

/** The only factor of a part; throws for a part with several, such as `c.(x z)`, which needs a product for each. */
function only(
  terms: readonly string[],
  part: string,
  {
    text,
    parts,
    sign,
  }: { readonly text: string; readonly parts: readonly string[]; readonly sign: string },
): string {
  if (terms.length === 1) return terms[0]!;
  const prefix = /^([ci])\w*\.\(/.exec(part)?.[1] ?? 'c';
  const plain = terms.map((term) => term.replace(/^i\((.*)\)$/, '$1'));
  const products = plain.map((name) =>
    parts.map((other) => (other === part ? `${prefix}.${name}` : other)).join(sign),
  );
  const write = products.join(' + ');
  throw new NoMeaning(text, said.severalVariables({ part: text, found: part, write }));
}

/** The product of factors; equal ones become a power. */
function product(factors: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const factor of factors) counts.set(factor, (counts.get(factor) ?? 0) + 1);
  return [...counts]
    .map(([factor, count]) =>
      count === 1 || factor.startsWith('i(') ? factor : `${operandOf(factor)}^${count}`,
    )
    .join(':');
}

/** The subsets of the factors without the empty one, those with fewer factors first. */
function subsets(factors: readonly string[]): string[][] {
  const all = Array.from({ length: 2 ** factors.length - 1 }, (_, i) =>
    factors.filter((_factor, j) => ((i + 1) >> j) % 2 === 1),
  );
  return all.sort((a, b) => a.length - b.length);
}
