import type { TableWarning } from '../../../table-warning.js';
import { cellWarnings } from '../../../../words/en/warnings/cells.js';
import { warning } from '../../../../words/warning.js';

/** Warns of texts that differ in the spaces around them only, such as "A" and "A ". */
export function paddingWarnings(name: string, values: readonly string[]): TableWarning[] {
  const padded = new Map<string, string>();
  for (const value of values) {
    const trimmed = value.trim();
    if (value !== trimmed && !padded.has(trimmed)) padded.set(trimmed, value);
  }
  if (padded.size === 0) return [];
  const same = values.find((value) => value !== '' && padded.has(value));
  if (same === undefined) return [];
  const detail = { column: name, first: same, second: padded.get(same)! };
  return [{ ...warning(cellWarnings, 'spaces-in-text', detail), column: name }];
}
