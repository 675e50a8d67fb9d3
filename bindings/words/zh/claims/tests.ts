/** The tests that decide claims, in Chinese. */
import { confidence, jointText, referenceText } from '../../claim-numbers.js';
import type { TestDetails } from '../../vocabulary/claims.js';
import type { Sentences } from '../../warning.js';
import { bootstrapText, intervalName, methodText, sidesText } from './names.js';

export const tests: Sentences<TestDetails> = {
  none: () => '无',
  statistic: ({ sides, ...compared }) => `${referenceText(compared)}，${sidesText(sides)}`,
  interval: ({ level, ...compared }) =>
    `${confidence(level)}置信区间在界限之内，${referenceText(compared)}`,
  bootstrap: ({ bootstrap, sides }) => `${bootstrapText(bootstrap)}，${sidesText(sides)}`,
  'bootstrap-error': ({ bootstrap }) => `${bootstrapText(bootstrap)}：标准误，正态分布`,
  'bootstrap-interval': ({ bootstrap, level, method }) =>
    `${bootstrapText(bootstrap)}，${confidence(level)}${intervalName(method)}置信区间在界限之内`,
  difference: ({ sides, ...method }) => `组间差异的${methodText(method)}，${sidesText(sides)}`,
  joint: ({ groups, df }) => `${groups}组联合检验，${jointText(df)}`,
};
