export { balanceTable, type BalanceSpec } from './balance-table.js';
export { regressionTable } from './regression-table.js';
