/** Stata data files (.dta), read and written. This folder imports nothing outside it. */
export { type DtaPeriod, periodOf, withoutLeapSeconds } from './dates.js';
export { DtaError, type DtaErrorCode } from './error.js';
export { readDta, readDtaSource } from './read.js';
export {
  type DtaDescription,
  type DtaFile,
  type DtaNumbers,
  type DtaReadOptions,
  type DtaSource,
  type DtaStorage,
  type DtaTexts,
  type DtaValueLabels,
  type DtaVariable,
  missingName,
} from './types.js';
export type { DtaColumn, DtaInput, DtaOutput } from './write/types.js';
export { writeDta } from './write/write.js';
