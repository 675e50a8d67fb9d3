/** Values of key columns in Chinese. */
import type { KeyCell } from '../text/key-cells.js';

/** `id 3、year 1980`. */
export function keyText(cells: readonly KeyCell[]): string {
  return cells.map(({ column, value = '缺失' }) => `${column} ${value}`).join('、');
}
