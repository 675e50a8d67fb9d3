export { balanceTable, type BalanceSpec } from './balance-table.js';
export { regressionTable } from './regression-table.js';
export { resultTable } from './results/result-table.js';
