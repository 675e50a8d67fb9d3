import type { Column } from '../../../column.js';
import { KindsBuilder, kindOf } from './missing.js';
import type { CellFormat } from './context.js';
import type { CellTexts } from './texts/text-cells.js';

/**
 * Cells as written. Empty cells and declared codes are missing; default missing codes count only if `numeric`, when the
 * other cells are numbers. A quoted empty cell is text.
 */
export function textColumn(
  { values, quotedBlanks }: CellTexts,
  { format: { codes } }: { readonly format: CellFormat },
  numeric: boolean,
): { readonly column: Column & { readonly kind: 'text' }; readonly warnings: readonly [] } {
  const kinds = new KindsBuilder(codes.names);
  const texts = values.map((written, row) => {
    const cell = written.trim();
    if (cell === '') return quotedBlanks.has(row) && !numeric ? written : '';
    const kind = numeric ? kindOf(cell, codes) : (codes.declared.get(cell) ?? 0);
    if (kind === 0) return written;
    kinds.set(row, kind);
    return '';
  });
  const missing = kinds.finish(values.length);
  const isText = (row: number): boolean => quotedBlanks.has(row) && !codes.empty && !numeric;
  const empty = texts.some((text, row) => text === '' && isText(row));
  const nulls = (): Uint8Array =>
    Uint8Array.from(texts, (text, row) => (text === '' && !isText(row) ? 1 : 0));
  return {
    column: {
      kind: 'text',
      values: texts,
      ...(empty && { nulls: nulls() }),
      ...(missing && { missing }),
    },
    warnings: [],
  };
}
