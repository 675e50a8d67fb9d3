/** The key `statistics`: tests by name, everything else an expression in the coefficients. */
import { badOption } from './options.js';

export type BootstrappedTest = 'hansen' | 'diffHansen';

const tests: readonly BootstrappedTest[] = ['hansen', 'diffHansen'];

export interface Statistics {
  readonly tests: readonly BootstrappedTest[];
  readonly expressions: readonly string[];
}

/** `params` are always there; `ar` needs residuals of rows, which a replicate does not have. */
export function readStatistics(asked: readonly string[] = []): Statistics {
  if (asked.includes('ar')) {
    const expected =
      'params, hansen, diffHansen or expressions, as replicates have sums over units and no residuals of rows';
    throw badOption('statistics', expected, 'ar');
  }
  return {
    tests: tests.filter((test) => asked.includes(test)),
    expressions: asked.filter((one) => one !== 'params' && !tests.some((test) => test === one)),
  };
}
