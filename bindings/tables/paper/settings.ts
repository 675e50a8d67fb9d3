/** The choices of a table with every default filled in. */
import { badArgument } from '../../core/arguments.js';
import type { ByName, Labels } from '../../results/common.js';
import type { BelowKind } from './parts/below.js';
import type { Digits } from './shown.js';
import { checkSpec, type Style, type TableSpec } from './spec.js';
import { type Language, type Words, wordsOf } from './words.js';

export interface Settings {
  readonly style: Style;
  readonly language: Language;
  readonly words: Words;
  readonly labels: ByName<string>;
  /** What the values of columns mean, by column and value. */
  readonly values: Labels['values'];
  readonly digits: { readonly estimate: Digits; readonly error: Digits; readonly stats: Digits };
  readonly below: readonly BelowKind[];
  readonly stars: ByName;
}

const usualStars: ByName = { '***': 0.01, '**': 0.05, '*': 0.1 };
const usualDigits: Digits = 3;

/** Styles whose journals ask for tables without stars. */
const withoutStars: readonly Style[] = ['aer'];

/** @throws InputError `bad-value` with the key, what was expected and what was found */
export function settingsOf(spec: TableSpec, data: Partial<Labels> = {}): Settings {
  checkSpec(spec);
  const { style = 'plain', language = 'en', below = ['stdError'] } = spec;
  return {
    style,
    language,
    words: wordsOf(language),
    labels: { ...data.names, ...spec.labels },
    values: data.values ?? {},
    digits: digitsOf(spec.digits),
    below,
    stars: starsOf(spec.stars, style),
  };
}

function digitsOf(digits: TableSpec['digits']): Settings['digits'] {
  if (digits === undefined || typeof digits === 'number' || 'significant' in digits) {
    const all = digits ?? usualDigits;
    return { estimate: all, error: all, stats: all };
  }
  const { estimate = usualDigits, error = estimate, stats = usualDigits } = digits;
  return { estimate, error, stats };
}

function starsOf(stars: TableSpec['stars'], style: Style): ByName {
  if (stars === false) return {};
  if (stars === undefined) return withoutStars.includes(style) ? {} : usualStars;
  const levels = Object.values(stars);
  if (new Set(levels).size < levels.length) {
    throw badArgument('table', 'stars', 'a different p-value for each kind of stars', stars);
  }
  return stars;
}

/** The stars of a p-value: those of the smallest bound above it. */
export function starsFor(p: number | undefined, stars: ByName): string {
  const reached = Object.entries(stars).filter(([, bound]) => p !== undefined && p < bound);
  const [first] = reached.sort(([, a], [, b]) => a - b);
  return first?.[0] ?? '';
}
