/** Options for models with instruments. */
import {
  type CommandOption,
  errorHeading,
  instrumentHeading,
  modelHeading,
  type OptionValues,
} from './describe.js';
import {
  collinearOption,
  errorOptions,
  levelOption,
  panelKeys,
  sampleOptions,
  weightKeys,
} from './linear.js';

export const instrumentOptions: readonly CommandOption[] = [
  {
    flags: '--effects <name>',
    words: ['within', 'first-difference'],
    help: 'panel effects: within or first-difference',
    heading: modelHeading,
  },
  ...sampleOptions,
  ...errorOptions,
  {
    flags: '--vcov <spec>',
    words: ['unadjusted', 'robust', 'HC0', 'HC1', 'cluster:', 'hac:', 'driscoll-kraay:'],
    help: 'unadjusted, robust, HC0, HC1, cluster:COLUMNS, hac:LAGS or driscoll-kraay:LAGS, where LAGS may be auto',
    heading: errorHeading,
  },
  {
    flags: '--small',
    help: 't and F instead of z and chi-squared, with the small-sample factor; robust is then HC1',
    heading: errorHeading,
  },
  {
    flags: '--c-test <instruments>',
    help: 'test the validity of these instruments, such as "z1 z2"; repeatable',
    heading: instrumentHeading,
    read: (vars) => ({ vars }),
    repeatable: true,
  },
  {
    flags: '--no-diagnostics',
    help: 'leave out the first stages and the tests of the instruments',
    heading: instrumentHeading,
  },
  collinearOption,
  levelOption,
];

/** All keys except those of the method and of the covariance. */
export function instrumentKeysOf(values: OptionValues) {
  return {
    panel: panelKeys(values),
    effects: values['effects'],
    where: values['where'],
    weights: weightKeys(values),
    diagnostics: values['diagnostics'],
    cTests: values['cTest'],
    collinear: values['collinear'],
    level: values['level'],
  };
}
