/** Which terms a table shows, in which order, and what it calls them. */
import { InputError } from '../../../core/errors.js';
import { show } from '../../../core/messages.js';
import { suggestion } from '../../../data/nearest.js';
import { entryOf, termNameOf } from '../../term-name.js';
import type { Settings } from '../settings.js';

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
export function termLabel(term: string, settings: Settings): string {
  const { labels, values, words } = settings;
  const known = entryOf(labels, term);
  if (known !== undefined) return known;
  if (term === '_cons') return words.constant;
  const parts = termNameOf(term);
  switch (parts.kind) {
    case 'interaction':
      return parts.factors.map((factor) => termLabel(factor, settings)).join(' × ');
    case 'shifted': {
      const label = entryOf(labels, parts.of);
      const make = { L: words.lag, F: words.lead, D: words.change }[parts.operator];
      return label === undefined ? term : make(label, parts.order);
    }
    case 'level': {
      const { column, level } = parts;
      const [label, meaning] = [entryOf(labels, column), entryOf(values[column] ?? {}, level)];
      if (label === undefined && meaning === undefined) return term;
      return `${label ?? column}: ${meaning ?? level}`;
    }
    case 'plain':
      return term;
  }
}
