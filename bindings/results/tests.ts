import type { BootstrapResult } from './bootstrap/bootstrap.js';
import type { FunctionResult } from './inference/delta-method.js';
import type { Diagnostics } from './inference/diagnostics.js';
import type { HausmanTest } from './inference/hausman.js';
import type { WaldTest } from './inference/wald.js';

/** Several tests of one fit, as `wasmetrics test` prints them; tests that were not requested are absent. */
export interface TestReport {
  readonly kind: 'tests';
  readonly statistic: 't' | 'z';
  readonly level: number;
  readonly wald?: WaldTest;
  /** A wild bootstrap with the joint test of the hypotheses in `tests.joint`. */
  readonly bootstrap?: BootstrapResult;
  readonly functions?: readonly FunctionResult[];
  readonly diagnostics?: Diagnostics;
  readonly hausman?: HausmanTest;
}
