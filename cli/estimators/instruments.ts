/** Options for models with instruments. */
import {
  covarianceHelp,
  covarianceTexts,
  type CovarianceTraits,
} from '../../bindings/entries/report.js';
import {
  type CommandOption,
  errorHeading,
  instrumentHeading,
  type OptionValues,
} from './describe.js';
import { helpOfKey } from './help.js';
import { errorOptions, panelKeys, sampleOptions, weightKeys } from './linear.js';

/** Kinds of covariance that models with instruments have. */
const withoutLeverages = ({ leverages }: CovarianceTraits) => leverages === undefined;

export const instrumentOptions: readonly CommandOption[] = [
  ...sampleOptions,
  ...errorOptions,
  {
    flags: '--vcov <spec>',
    words: covarianceTexts(withoutLeverages),
    help: covarianceHelp(withoutLeverages),
    heading: errorHeading,
  },
  {
    flags: '--small',
    help: 't and F instead of z and chi-squared, with the small-sample factor; robust is then HC1',
    heading: errorHeading,
  },
  {
    flags: '--c-test <instruments>',
    help: helpOfKey('cTests', 'such as "z1 z2"; repeatable'),
    heading: instrumentHeading,
    read: (vars) => ({ vars }),
    repeatable: true,
  },
];

/** All keys except those of the method and of the covariance. */
export function instrumentKeysOf(values: OptionValues) {
  return {
    panel: panelKeys(values),
    weights: weightKeys(values),
    cTests: values['cTest'],
  };
}
