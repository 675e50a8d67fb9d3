/** The tests that decide claims, in words. */
import { confidence, jointText, referenceText } from '../../claim-numbers.js';
import type { TestDetails } from '../../vocabulary/claims.js';
import type { Sentences } from '../../warning.js';
import { bootstrapText, methodText, sidesText } from './names.js';

export const tests: Sentences<TestDetails> = {
  none: () => 'none',
  statistic: ({ sides, ...compared }) => `${referenceText(compared)}, ${sidesText(sides)}`,
  interval: ({ level, ...compared }) =>
    `${confidence(level)} interval inside the band, ${referenceText(compared)}`,
  bootstrap: ({ bootstrap, sides }) => `${bootstrapText(bootstrap)}, ${sidesText(sides)}`,
  'bootstrap-error': ({ bootstrap }) => `${bootstrapText(bootstrap)}: standard error, normal`,
  'bootstrap-interval': ({ bootstrap, level, method }) =>
    `${bootstrapText(bootstrap)}, ${confidence(level)} ${method} interval inside the band`,
  difference: ({ sides, ...method }) =>
    `${methodText(method)} test of the difference, ${sidesText(sides)}`,
  joint: ({ groups, df }) => `joint test of ${groups} groups, ${jointText(df)}`,
};
