import { linearBootstrapKeys, linearBootstrapOptions } from './bootstrap.js';
import { numberOrText } from '../numbers.js';
import type { OptionValues, ShortcutCommand } from './describe.js';
import { collinearOption, covarianceKeys, linearOptions, panelKeys, weightKeys } from './linear.js';

export const panelCommand: ShortcutCommand = {
  name: 'panel',
  summary: 'fixed and random effects and the other estimators of static panels',
  formula: 'n ~ w + k',
  examples: [
    'examples/abdata.csv "n ~ w + k" --unit id --time year --vcov robust',
    'examples/abdata.csv "n ~ w + k + ys" --unit id --time year --effects random',
    'examples/abdata.csv "n ~ w + k | ind:year" --unit id --time year --vcov cluster:id',
  ],
  options: [
    {
      flags: '--effects <name>',
      help: 'within (default), twoway, random, between, first-difference or pooled',
    },
    ...linearOptions,
    collinearOption,
    { flags: '--level <number>', help: 'confidence level (default: 0.95)', read: numberOrText },
    ...linearBootstrapOptions,
  ],
  keys: (values: OptionValues) => ({
    panel: panelKeys(values),
    effects: values['effects'],
    where: values['where'],
    weights: weightKeys(values),
    vcov: covarianceKeys(values),
    bootstrap: linearBootstrapKeys(values),
    collinear: values['collinear'],
    level: values['level'],
  }),
};
