export { balanceTable, type BalanceSpec } from './balance-table.js';
export { lintTable, regressionTable } from './regression-table.js';
