export { type AuditOptions, auditTable } from './audit.js';
export { readPrintedTables } from './read/printed-tables.js';
export type { AuditColumn, AuditRow, AuditTable } from './table.js';
