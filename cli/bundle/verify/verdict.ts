/** What a comparison proves, by the engine that made the numbers and the data that it had. */
import { exitCodes } from '../../exit.js';

/** The outcomes of `verify`, from the best to the worst, with their exit codes. */
export const outcomeCodes = {
  identical: exitCodes.ok,
  'unknown-engine': exitCodes.unknownEngine,
  'synthetic-only': exitCodes.syntheticOnly,
  differs: exitCodes.differs,
  'data-missing': exitCodes.dataMissing,
} as const;

export type Outcome = keyof typeof outcomeCodes;

/** Who vouches for the engine that ran: the reader's installation, a list of published hashes, or nobody. */
export type Vouched = 'installed' | 'published' | 'nobody';

interface Compared {
  readonly isIdentical: boolean;
  readonly vouchedBy: Vouched;
  /** True if the run had synthetic data, as the data of the paper are not there. */
  readonly isSynthetic: boolean;
}

/** An unknown engine proves nothing, whatever data it had: it could have copied the outputs. */
export function outcomeOf({ isIdentical, vouchedBy, isSynthetic }: Compared): Outcome {
  if (!isIdentical) return 'differs';
  if (vouchedBy === 'nobody') return 'unknown-engine';
  return isSynthetic ? 'synthetic-only' : 'identical';
}
