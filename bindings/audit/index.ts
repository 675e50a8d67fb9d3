export { type AuditOptions, auditTable } from './audit.js';
export { isLongTable, readLongTable } from './read/long.js';
export type { AuditColumn, AuditRow, AuditTable } from './table.js';
