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
import { helpOf, helpOfKey, keyOf } from './help.js';
import { errorOptions, panelKeys, sampleOptions, weightKeys } from './linear.js';

/** Kinds of covariance that models with instruments have. */
const withoutLeverages = ({ leverages }: CovarianceTraits) => leverages === undefined;

export const instrumentOptions: readonly CommandOption[] = [
  ...sampleOptions,
  ...errorOptions,
  {
    flags: '--vcov <spec>',
    words: covarianceTexts(withoutLeverages),
    help: (_, words) => covarianceHelp(withoutLeverages, words.covariance),
    heading: errorHeading,
  },
  {
    flags: '--small',
    help: helpOf(keyOf('vcov.small', 'iv')),
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
