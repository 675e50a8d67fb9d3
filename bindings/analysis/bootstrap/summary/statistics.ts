/** The key `statistics`: tests by name, everything else an expression in the coefficients. */
export type BootstrappedTest = 'hansen' | 'diffHansen' | 'ar' | InstrumentTest;

/** Tests of `iv`. */
export type InstrumentTest = 'firstStageF' | 'andersonRubin';

export const instrumentTests: readonly BootstrappedTest[] = ['firstStageF', 'andersonRubin'];

const tests: readonly BootstrappedTest[] = ['hansen', 'diffHansen', 'ar', ...instrumentTests];

export interface Statistics {
  readonly tests: readonly BootstrappedTest[];
  readonly expressions: readonly string[];
}

/** Splits the key into tests and expressions. `params` adds nothing, as the coefficients are always there. */
export function readStatistics(wanted: readonly string[] = []): Statistics {
  return {
    tests: tests.filter((test) => wanted.includes(test)),
    expressions: wanted.filter((one) => one !== 'params' && !tests.some((test) => test === one)),
  };
}
