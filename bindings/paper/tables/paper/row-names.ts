import type { PaperRow } from './table.js';

/** The names by which a row may be called: its label, and the term, statistic or variable of its cells. */
export function namesOf({ kind, label, cells }: PaperRow): string[] {
  if (kind === 'rule' || kind === 'below') return [];
  const names = kind === 'text' ? [] : cells.flatMap((cell) => cell.name ?? []);
  return [...new Set([...names, label])];
}
