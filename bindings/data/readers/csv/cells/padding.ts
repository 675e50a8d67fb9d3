import type { TableWarning } from '../../../table-warning.js';

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
  const message = `column "${name}" has "${same}" and "${padded.get(same)!}" as different values: they differ in spaces only`;
  return [{ code: 'spaces-in-text', message, column: name }];
}
