import { linearBootstrapKeys, linearBootstrapOptions } from './bootstrap.js';
import { numberOrText } from '../options/numbers.js';
import { modelHeading, type OptionValues, type ShortcutCommand, under } from './describe.js';
import { instrumentKeysOf, instrumentOptions } from './instruments.js';
import { covarianceKeys, withAbsorbed } from './linear.js';

export const ivCommand: ShortcutCommand = {
  name: 'iv',
  formula: 'y ~ w | x ~ z1 + z2',
  examples: [
    'examples/abdata.csv "n ~ ys | w + k ~ L.w + L.k + L2.k" --unit id --time year --vcov robust',
    'examples/abdata.csv "n ~ ys | w ~ L.w + L2.w" --unit id --time year --effects within',
    'examples/abdata.csv "n ~ ys + i(year) | w ~ L.w + L2.w" --unit id --time year \\\n    --method liml --vcov cluster:id --small',
  ],
  options: [
    ...under(modelHeading, [
      {
        flags: '--method <name>',
        words: ['2sls', 'liml', 'fuller', 'kclass'],
        help: '2sls (default), liml, fuller or kclass',
      },
      { flags: '--fuller <number>', help: 'alpha of fuller (default: 1)', read: numberOrText },
      { flags: '--kappa <number>', help: 'kappa of kclass', read: numberOrText },
    ]),
    ...instrumentOptions,
    ...linearBootstrapOptions,
  ],
  formulaOf: withAbsorbed,
  keys: (values: OptionValues) => ({
    ...instrumentKeysOf(values),
    method: values['method'],
    fuller: values['fuller'],
    kappa: values['kappa'],
    vcov: covarianceKeys(values),
    bootstrap: linearBootstrapKeys(values),
  }),
};
