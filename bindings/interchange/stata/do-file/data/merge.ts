/** `merge m:1 year using prices, keep(master match)` as the key `merge`, which keeps the rows of the data. */
import { rowsOfMerge } from '../../../../words/errors/interchange/notes.js';
import type { Told } from '../../../../words/told.js';
import { withCondition } from '../../../bounds.js';
import { computed, meaningOf, withMade } from '../../../derived.js';
import { chosen, one } from '../../../filters/stata-values.js';
import { dataColumn, indicatorAfter, matchedRows } from '../../../static/joins.js';
import type { Frame, Merge } from '../frame.js';
import { optionMap, wordsOf } from '../parts.js';

const form = /^merge\s+(1:1|m:1)\s+([A-Za-z_][\w\s]*?)\s+using\s+("[^"]+"|[^\s,]+)\s*(?:,([^]*))?$/;
const readOptions = /^(?:keep|keepusing|nogen\w*|gen\w*|assert|noreport|nolabel|nonotes)$/;
/** Which rows are kept, by their numbers and words. */
const results = {
  master: /\b(?:1|mas(?:ter)?)\b/,
  using: /\b(?:2|us(?:ing)?)\b/,
  match: /\b(?:3|mat(?:ch)?)\b/,
};

/** Reads the statement; false for another one, for keys that are made, and for options that change values. */
export function readMerge(text: string, line: number, frame: Frame): boolean {
  const statement = partsOfMerge(text, frame);
  if (statement === undefined) return false;
  const { kept, name, ...merge } = statement;
  const isWhole = results.master.test(kept);
  const indicator = indicatorAfter(frame.merges);
  const isIndicated = !isWhole || name !== undefined;
  frame.merges = [...frame.merges, isIndicated ? { ...merge, indicator } : merge];
  if (results.using.test(kept)) frame.otherRows = line;
  const matches = matchedRows(indicator);
  if (name !== undefined) {
    const value = chosen(matches, { kind: 'number', text: '3' }, one);
    frame.derived = withMade(frame.derived, name, computed(name, value, frame.derived, line));
  }
  if (!isWhole) frame.filters = withCondition(frame.filters, matches);
  return true;
}

interface MergeParts extends Merge {
  /** Which rows are kept. */
  readonly kept: string;
  /** The column of results; undefined with nogenerate. */
  readonly name: string | undefined;
}

function partsOfMerge(text: string, frame: Frame): MergeParts | undefined {
  const [, kind, names, path, rest = ''] = form.exec(text) ?? [];
  const options = optionMap(rest);
  const given = [...options.keys()];
  if (kind === undefined || !given.every((name) => readOptions.test(name))) return undefined;
  const on = wordsOf(names).map((name) => dataColumn(name, frame));
  const kept = options.get('keep') ?? 'master match using';
  if (on.includes(undefined) || !results.match.test(kept)) return undefined;
  const added = wordsOf(options.get('keepusing'));
  const isGenerated = !given.some((name) => name.startsWith('nogen'));
  const generated = given.find((name) => name.startsWith('gen'));
  return {
    file: path!.replace(/"/g, '').replace(/(^|[\\/])([^.\\/]+)$/, '$1$2.dta'),
    on: on as readonly string[],
    kind: kind as Merge['kind'],
    ...(added.length === 0 ? {} : { keep: added }),
    kept,
    name: isGenerated ? (generated === undefined ? '_merge' : options.get(generated)) : undefined,
  };
}

/** Reads a filter that drops nothing but the rows that only the joined file has; false for another statement. */
export function dropsOtherRows(text: string, frame: Frame): boolean {
  const isMerged = meaningOf(frame.derived, '_merge') !== undefined;
  if (!isMerged || !/^(?:drop|keep)\s+if\s+_merge\b/.test(text)) return false;
  if (/_merge\s*(?:==\s*[123]|!=\s*2)\s*$/.test(text)) frame.otherRows = undefined;
  return /^(?:drop\s+if\s+_merge\s*==\s*2|keep\s+if\s+_merge\s*!=\s*2)\s*$/.test(text);
}

/** A sentence on rows that only a joined file has. */
export function otherRowsNotes({ otherRows }: Frame): Told[] {
  return otherRows === undefined ? [] : [rowsOfMerge({ line: otherRows })];
}
