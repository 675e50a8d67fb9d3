/** Which terms a table shows, in which order, and what it calls them. */
import { InputError } from '../../../core/errors.js';
import { show } from '../../../core/messages.js';
import { suggestion } from '../../../data/nearest.js';
import type { Words } from '../words.js';

/** The terms of all models in the order of their first appearance; the constant comes last. */
export function allTerms(models: readonly (readonly string[])[]): string[] {
  const terms = [...new Set(models.flat())];
  return [...terms.filter((term) => term !== '_cons'), ...terms.filter((term) => term === '_cons')];
}

/**
 * The terms that `patterns` name, in the order of the patterns: a name, or a regular expression between slashes.
 *
 * @throws InputError `unknown-term` for a pattern that matches nothing, with the nearest term, and `bad-value` for an
 *   expression that cannot be read
 */
export function matchingTerms(
  key: string,
  patterns: readonly string[],
  terms: readonly string[],
): string[] {
  const matched = patterns.flatMap((pattern) => {
    const matching = terms.filter(matcher(key, pattern));
    if (matching.length > 0) return matching;
    const message = `table: ${key}: no model has a term ${pattern}${suggestion(pattern, terms)}`;
    throw new InputError('unknown-term', message, { path: `table.${key}`, found: pattern });
  });
  return [...new Set(matched)];
}

function matcher(key: string, pattern: string): (term: string) => boolean {
  const source = /^\/(.*)\/$/.exec(pattern)?.[1];
  if (source === undefined) return (term) => term === pattern;
  try {
    const expression = new RegExp(source, 'u');
    return (term) => expression.test(term);
  } catch {
    const message = `table: ${key}: expected a regular expression between slashes, found ${show(pattern)}`;
    throw new InputError('bad-value', message, { path: `table.${key}`, found: pattern });
  }
}

/** What a table calls a term: its own label, or one made from the labels of its parts. */
export function termLabel(
  term: string,
  labels: Readonly<Record<string, string>>,
  words: Words,
): string {
  if (Object.hasOwn(labels, term)) return labels[term]!;
  if (term === '_cons') return words.constant;
  const factors = term.split(/:(?!\/)/);
  if (factors.length > 1) {
    return factors.map((factor) => termLabel(factor, labels, words)).join(' × ');
  }
  const shifted = /^([LFD])(\d+)\.(.+)$/.exec(term);
  if (shifted !== null && Object.hasOwn(labels, shifted[3]!)) {
    const make = { L: words.lag, F: words.lead, D: words.change }[shifted[1] as 'L' | 'F' | 'D'];
    return make(labels[shifted[3]!]!, Number(shifted[2]));
  }
  const level = /^([^=]+)=(.*)$/.exec(term);
  if (level !== null && Object.hasOwn(labels, level[1]!))
    return `${labels[level[1]!]}: ${level[2]}`;
  return term;
}
