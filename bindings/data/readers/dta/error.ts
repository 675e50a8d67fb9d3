import type { Told } from '../../../words/told.js';

export type DtaErrorCode =
  | 'dta-not-stata'
  | 'dta-release'
  | 'dta-damaged'
  | 'dta-truncated'
  | 'dta-text'
  | 'dta-unknown-variable'
  | 'dta-not-writable';

/** A .dta file that cannot be read or written. `byteOffset` is the place in the file where reading stopped. */
export class DtaError extends Error {
  override readonly name = 'DtaError';
  readonly code: DtaErrorCode;

  constructor(
    readonly told: Told<DtaErrorCode | `${DtaErrorCode}/${string}`>,
    readonly byteOffset?: number,
  ) {
    super(told.text);
    this.code = told.id.split('/', 1)[0] as DtaErrorCode;
  }
}
