/** `wasmetrics/audit`: printed tables checked against themselves and against results. */
export * from '../core/engine/entry.js';
export { type AuditOptions, auditTable } from '../paper/audit/audit.js';
export { comparePrinted } from '../paper/audit/compare/compare-printed.js';
export { printedTablesOf } from '../paper/audit/compare/paper-tables.js';
export { readPrintedPdf, readPrintedTables } from '../paper/audit/read/printed-tables.js';
export type { AuditColumn, AuditRow, AuditTable } from '../paper/audit/table.js';
