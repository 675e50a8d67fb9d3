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

  constructor(
    readonly code: DtaErrorCode,
    message: string,
    readonly byteOffset?: number,
  ) {
    super(message);
  }
}
