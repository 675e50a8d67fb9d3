/** What the notes of a table say about numbers in parentheses, brackets and braces. */
import type { AuditField } from '../../../../results/audit/audit.js';
import type { Enclosing } from '../cells.js';

/** The meanings that a note may give; intervals are recognized by their form. */
type Quantity = Extract<AuditField, 'se' | 't' | 'z' | 'p'> | 'ci';

interface Mention {
  readonly kind: Quantity | Enclosing;
  readonly start: number;
  readonly end: number;
}

/** A single letter, as in `t in brackets` or `brackets: p`. */
const bare = (letter: string) =>
  String.raw`\b${letter}(?=\s+(?:in|within|between)\s)|(?<=[:=]\s?)\b${letter}\b(?!\s*[<≤=-])`;

const words: Readonly<Record<Quantity | Enclosing, string>> = {
  se: String.raw`standard[\s-]*errors?|std\.?\s*err(?:ors?|s)?\b\.?|\bs\.\s?e\.?s?(?![a-z])|\bses?\b|标准误差?|標準誤`,
  t: String.raw`\bt[\s-]*(?:stat(?:istic)?s?|values?|ratios?|tests?)\b|\|t\||\bt\s*(?:值|统计量|檢定|检验)|${bare('t')}`,
  z: String.raw`\bz[\s-]*(?:stat(?:istic)?s?|values?|ratios?|scores?)\b|\|z\||\bz\s*(?:值|统计量)|${bare('z')}`,
  p: String.raw`\bp[\s-]*val(?:ue)?s?\b|\bprobabilit(?:y|ies)\b|\bp\s*值|${bare('p')}`,
  ci: String.raw`(?:confidence|credible)[\s-]*(?:intervals?|sets?)|\bc\.?i\.?s?(?![a-z])|置信区间`,
  braces: String.raw`curly brackets?|braces?|大括号|花括号`,
  brackets: String.raw`square brackets?|brackets?|方括号|中括号`,
  parentheses: String.raw`parenthes[ei]s|round brackets?|圆括号|小括号|括号|括弧`,
  below: String.raw`\b(?:below|under|beneath|underneath)\b(?=[^.;]{0,20}(?:coef|estimat))`,
};

const places: ReadonlySet<string> = new Set(['braces', 'brackets', 'parentheses', 'below']);

/** Parentheses and braces come before brackets, because "brackets" is part of their names. */
const order = ['braces', 'parentheses', 'brackets', 'below', 'se', 't', 'z', 'p', 'ci'] as const;
const mention = new RegExp(order.map((kind) => `(?<${kind}>${words[kind]})`).join('|'), 'gi');

/** Words between two quantities which mean that the second says how the first is computed. */
const dependent =
  /\b(?:based|using|from|computed|derived|calculated|obtained|robust to)\b(?:(?!\band\b)[^,;])*$/i;

/** The quantity that the notes give for each place; a place with two is left out. */
export function enclosedInNotes(notes: string): ReadonlyMap<Enclosing, Quantity> {
  const said = new Map<Enclosing, Set<Quantity>>();
  for (const sentence of sentencesOf(notes)) {
    for (const [place, quantity] of pairsOf(sentence)) {
      said.set(place, (said.get(place) ?? new Set()).add(quantity));
    }
  }
  return new Map(
    [...said].flatMap(([place, [first, ...others]]) =>
      others.length === 0 ? [[place, first!] as const] : [],
    ),
  );
}

/** The quantities that the notes mention at all. */
export function quantitiesIn(notes: string): ReadonlySet<Quantity> {
  const all = sentencesOf(notes).flatMap((sentence) => mentionsIn(sentence));
  return new Set(all.flatMap(({ kind }) => (isPlace(kind) ? [] : [kind])));
}

function isPlace(kind: Mention['kind']): kind is Enclosing {
  return places.has(kind);
}

/** Sentences, and parts between semicolons; the points of `s.e.` and `std. err.` end none. */
function sentencesOf(notes: string): string[] {
  return notes
    .replace(/\bs\.\s?e\.?s?(?![a-z])/gi, 'standard errors')
    .replace(/\bstd\.?\s*err(?:ors?|s)?\b\.?/gi, 'standard errors')
    .split(/[;；。\n]|\.(?=\s|$)/)
    .filter((sentence) => sentence.length < 2000);
}

function mentionsIn(sentence: string): Mention[] {
  const all: Mention[] = [];
  for (const match of sentence.matchAll(mention)) {
    const kind = order.find((name) => match.groups![name] !== undefined)!;
    const last = all.at(-1);
    const between = sentence.slice(last?.end ?? 0, match.index);
    const follows = last !== undefined && !isPlace(last.kind) && !isPlace(kind);
    if (follows && (last.kind === kind || dependent.test(between))) continue;
    all.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return all;
}

/** Pairs in the order of the sentence: quantity and place, place and quantity, or two lists of them. */
function pairsOf(sentence: string): (readonly [Enclosing, Quantity])[] {
  const mentions = mentionsIn(sentence);
  const isBracketed = mentions.some(({ kind }) => isPlace(kind) && kind !== 'below');
  const all = mentions.filter(({ kind }) => !isBracketed || kind !== 'below');
  const inOrder = all.map(({ kind }) => kind);
  const placed = inOrder.filter(isPlace);
  const quantities = inOrder.filter((kind): kind is Quantity => !isPlace(kind));
  if (placed.length === 0 || quantities.length === 0) return [];
  const turns = inOrder.slice(1).filter((kind, i) => isPlace(kind) !== isPlace(inOrder[i]!)).length;
  if (turns === 1) {
    // Q Q P P: two lists of the same length.
    return placed.length === quantities.length
      ? placed.map((place, i) => [place, quantities[i]!] as const)
      : [];
  }
  const leadsPlace = isPlace(inOrder[0]!);
  return inOrder.flatMap((kind, i) => {
    const next = inOrder[i + 1];
    if (next === undefined || isPlace(kind) !== leadsPlace || isPlace(next) === leadsPlace)
      return [];
    return [(leadsPlace ? [kind, next] : [next, kind]) as [Enclosing, Quantity]];
  });
}
