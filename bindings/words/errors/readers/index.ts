/** Errors of files of data, in English. */
export * from './arrow.js';
export * from './csv.js';
export * from './dta.js';
export * from './encodings.js';
export * from './files.js';
export * from './json.js';
export * from './packed.js';
export * from './parquet.js';
export * from './sql.js';
export * from './written.js';
export * from './xlsx.js';
