import { linearBootstrapKeys, linearBootstrapOptions } from './bootstrap.js';
import type { OptionValues, ShortcutCommand } from './describe.js';
import { instrumentKeysOf, instrumentOptions } from './instruments.js';
import { covarianceKeys, withAbsorbed } from './linear.js';

export const ivCommand: ShortcutCommand = {
  name: 'iv',
  formula: 'y ~ w | x ~ z1 + z2',
  examples: [
    'examples/abdata.csv "n ~ ys | w + k ~ L.w + L.k + L2.k" --unit id --time year \\\n    --vcov robust',
    'examples/abdata.csv "n ~ ys | w ~ L.w + L2.w" --unit id --time year --effects within',
    'examples/abdata.csv "n ~ ys + i(year) | w ~ L.w + L2.w" --unit id --time year \\\n    --method liml --vcov cluster:id --small',
  ],
  options: [...instrumentOptions, ...linearBootstrapOptions],
  formulaOf: withAbsorbed,
  keys: (values: OptionValues) => ({
    ...instrumentKeysOf(values),
    vcov: covarianceKeys(values),
    bootstrap: linearBootstrapKeys(values),
  }),
};
