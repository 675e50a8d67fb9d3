/** Why the engine cannot answer. */
import type { EconError, ErrorCode } from 'wasmetrics';

/** Codes of what is no error of the library. */
type OtherCode =
  'unexpected' | 'aborted' | 'missing-file' | 'bad-yaml' | 'not-a-mapping' | 'failed-table';

/** An error of the library in plain values, which can be sent. */
export interface Failure {
  readonly code: ErrorCode | OtherCode;
  readonly message: string;
  /** What is wrong: a key of the model, such as `gmm[0].lags`, or what it is about. */
  readonly key?: string | undefined;
  readonly detail?: object | undefined;
  /** What it says, and of what, from which other languages make their sentences. */
  readonly told?: Told | undefined;
  readonly telling?: Pick<EconError['telling'], 'of' | 'key' | 'excerpt'> | undefined;
}

type Told = EconError['told'];
