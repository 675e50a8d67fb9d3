/** Options of the commands of models with instruments. */
import { number } from './number.js';
import type { CommandOption, OptionValues } from './describe.js';
import { panelKeys, sampleOptions, weightKeys } from './linear.js';

export const instrumentOptions: readonly CommandOption[] = [
  { flags: '--effects <name>', help: 'within or first-difference, of a panel' },
  ...sampleOptions,
  {
    flags: '--vcov <spec>',
    help: 'unadjusted, robust, HC0, HC1, cluster:COLUMNS, hac:LAGS or driscoll-kraay:LAGS, with auto for LAGS',
  },
  { flags: '--small', help: 'small-sample factor, with t and F for z and chi-squared' },
  {
    flags: '--c-test <instruments>',
    help: 'test the validity of these, such as "z1 z2"; repeatable',
    read: (vars) => ({ vars }),
    repeatable: true,
  },
  { flags: '--no-diagnostics', help: 'no first stages and no tests of the instruments' },
  { flags: '--level <number>', help: 'confidence level (default: 0.95)', read: number },
];

/** All keys but those of a method and of the covariance. */
export function instrumentKeysOf(values: OptionValues) {
  return {
    panel: panelKeys(values),
    effects: values['effects'],
    where: values['where'],
    weights: weightKeys(values),
    diagnostics: values['diagnostics'],
    cTests: values['cTest'],
    level: values['level'],
  };
}
