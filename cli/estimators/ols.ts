import { linearBootstrapKeys, linearBootstrapOptions } from './bootstrap.js';
import type { OptionValues, ShortcutCommand } from './describe.js';
import { covarianceKeys, linearOptions, panelKeys, weightKeys, withAbsorbed } from './linear.js';

export const olsCommand: ShortcutCommand = {
  name: 'ols',
  formula: 'n ~ w + k',
  examples: [
    'examples/abdata.csv "n ~ w + k + i(year)" --vcov HC1',
    'examples/abdata.csv "n ~ L.n + w + k" --unit id --time year --vcov cluster:id,year',
    'examples/abdata.csv "n ~ w + k" --vcov cluster:ind --bootstrap 9999 --scheme wild-cluster \\\n    --multipliers webb',
    'examples/abdata.csv "n ~ w + k" --weights emp:analytic --vcov HC3',
  ],
  options: [...linearOptions, ...linearBootstrapOptions],
  formulaOf: withAbsorbed,
  keys: (values: OptionValues) => ({
    panel: panelKeys(values),
    weights: weightKeys(values),
    vcov: covarianceKeys(values),
    bootstrap: linearBootstrapKeys(values),
  }),
};
