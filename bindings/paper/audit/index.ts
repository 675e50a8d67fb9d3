export { type AuditOptions, auditTable } from './audit.js';
export { comparePrinted } from './compare/compare-printed.js';
export { printedTablesOf } from './compare/paper-tables.js';
export { readPrintedTables } from './read/printed-tables.js';
export type { AuditColumn, AuditRow, AuditTable } from './table.js';
