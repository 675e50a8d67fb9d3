export { lintTable, regressionTable } from './regression-table.js';
