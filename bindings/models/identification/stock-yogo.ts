import type { StockYogo } from '../../results/fit.js';
import { stockYogoTables } from './stock-yogo-tables.js';

/**
 * Critical values of the Cragg-Donald statistic at 5 %, by the largest bias or size in per cent. Absent where Stock
 * and Yogo (2005) have none. They assume independent homoskedastic errors.
 */
export function stockYogo(nendogenous: number, ninstruments: number): StockYogo {
  return Object.fromEntries(
    Object.entries(stockYogoTables).flatMap(([name, { first, values }]) => {
      const tabulated = Object.entries(values).flatMap(([percent, rows]) => {
        const row = (rows as readonly string[])[nendogenous - 1];
        const value = row?.split(' ')[ninstruments - first - (nendogenous - 1)];
        return value === undefined ? [] : [[percent, Number(value)] as const];
      });
      return tabulated.length === 0 ? [] : [[name, Object.fromEntries(tabulated)]];
    }),
  );
}
