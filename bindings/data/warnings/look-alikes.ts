/**
 * Texts that differ although they look the same: a letter as one character or as two (NFC and NFD of Unicode Standard
 * Annex 15), letters of full width, other spaces, and characters without width.
 */
import type { Column } from '../column.js';
import type { TableWarning } from '../table-warning.js';
import type { LookAlikes } from '../../words/details/columns.js';
import { columnWarnings } from '../../words/en/warnings/columns.js';
import { warning } from '../../words/warning.js';

type Points = LookAlikes['points'];

const beyondAscii = /[^\0-\x7f]/;
const withoutWidth = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF]/g;
const otherSpaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const fullWidth = /[\uFF01-\uFF5E]/g;
/** Distance of a full-width character from the one of ASCII. */
const WIDE = 0xfee0;

/** How a text looks: texts that look the same have one skeleton. */
export function skeletonOf(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text
    .replace(withoutWidth, '')
    .replace(otherSpaces, ' ')
    .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE))
    .normalize('NFC');
}

/** The first two different texts that look the same. */
export function firstAlike(texts: readonly string[]): readonly [string, string] | undefined {
  const bySkeleton = new Map<string, string>();
  for (const text of texts) {
    if (!beyondAscii.test(text)) continue;
    const skeleton = skeletonOf(text);
    const before = bySkeleton.get(skeleton);
    if (before === undefined) bySkeleton.set(skeleton, text);
    else if (before !== text) return [before, text];
  }
  if (bySkeleton.size === 0) return undefined;
  for (const text of texts) {
    const other = bySkeleton.get(text);
    if (other !== undefined && other !== text) return [text, other];
  }
  return undefined;
}

/** The characters in which two texts differ, as code points. */
export function differingPoints(one: string, other: string): Points {
  const [left, right] = [[...one], [...other]];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end++;
  return [
    pointsOf(left.slice(start, left.length - end)),
    pointsOf(right.slice(start, right.length - end)),
  ];
}

function pointsOf(characters: readonly string[]): string[] {
  return characters.map(
    (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** Warns of two cells of a column of text, or two labels of its values, that look the same. */
export function alikeCells(name: string, column: Column): TableWarning[] {
  const texts = column.kind === 'text' ? column.values : [...(column.valueLabels?.values() ?? [])];
  const alike = firstAlike(texts);
  if (alike === undefined) return [];
  const detail = { column: name, texts: alike, points: differingPoints(...alike) };
  return [{ ...warning(columnWarnings, 'look-alike-texts', detail), column: name }];
}

/** Warns of two columns whose names look the same. */
export function alikeNames(names: readonly string[]): TableWarning[] {
  const alike = firstAlike(names);
  if (alike === undefined) return [];
  const detail = { texts: alike, points: differingPoints(...alike) };
  return [{ ...warning(columnWarnings, 'look-alike-names', detail), columns: alike }];
}
