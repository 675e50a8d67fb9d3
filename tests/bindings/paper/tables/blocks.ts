/** Parts of documents in English, for tests of writers. */
import type {
  Cell,
  TableBlock,
  TableColumn,
  TableRow,
} from '../../../../bindings/paper/tables/document.js';

export const left = (heading: string): TableColumn => ({ heading, align: 'left' });
export const right = (heading: string): TableColumn => ({ heading, align: 'right' });
export const decimal = (heading: string): TableColumn => ({ heading, align: 'decimal' });
export const words = (text: string): Cell => ({ text });
export const number = (value: number, format: (value: number) => string): Cell => ({
  text: format(value),
  value,
});
export const withError = (
  value: number,
  error: number,
  format: (value: number) => string,
): Cell => ({ text: `${format(value)} (${format(error)})`, value, error });
export const row = (...cells: readonly Cell[]): TableRow => ({ cells });
export const table = (
  name: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableBlock[] => [{ type: 'table', name, columns, rows }];
