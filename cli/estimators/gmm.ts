import { covarianceDetail } from '../../bindings/entries/report.js';
import { gmmBootstrapKeys, gmmBootstrapOptions } from './bootstrap.js';
import { modelHeading, type OptionValues, type ShortcutCommand, under } from './describe.js';
import { helpOfKey, keyOf, wordsOf } from './help.js';
import { instrumentKeysOf, instrumentOptions } from './instruments.js';
import { dependenceKeys, errorKeys, takesLags, withAbsorbed } from './linear.js';

/** The kinds of weighting matrices, as the schema has them. */
const weightTypes = wordsOf(keyOf('weight.type', 'gmm'));

const takesDetail = (type: string) => covarianceDetail(type) !== undefined;

const weightTexts = weightTypes.map((type) => {
  if (!takesDetail(type)) return type;
  return `${type}:${takesLags(type) ? 'LAGS' : 'COLUMNS'}`;
});

export const gmmCommand: ShortcutCommand = {
  name: 'gmm',
  formula: 'y ~ w | x ~ z1 + z2',
  examples: [
    'examples/abdata.csv "n ~ ys | w ~ L.w + L2.w" --unit id --time year',
    'examples/abdata.csv "n ~ ys | w ~ L.w + L2.w" --unit id --time year --weight cluster:id --center',
    'examples/abdata.csv "n ~ ys | w ~ L.w + L2.w" --unit id --time year --method cue',
  ],
  options: [
    ...under(modelHeading, [
      {
        flags: '--weight <spec>',
        words: weightTypes.map((type) => (takesDetail(type) ? `${type}:` : type)),
        help: helpOfKey(
          'weight.type',
          (_, words) => words.or(weightTexts) + words.usually('robust'),
        ),
      },
      { flags: '--center', help: helpOfKey('weight.center') },
    ]),
    ...instrumentOptions,
    ...gmmBootstrapOptions,
  ],
  formulaOf: withAbsorbed,
  keys: (values: OptionValues) => ({
    ...instrumentKeysOf(values),
    ...covariances(values),
    bootstrap: gmmBootstrapKeys(values),
  }),
};

/** Kernel and order go to the part with lags. If there is none, they go to the covariance, which rejects them. */
function covariances({ weight, kernel, order, small, center, ...errors }: OptionValues): object {
  const lags = { kernel, order };
  // As in Stata's ivreg2, clusters belong to the weighting matrix too, unless it has an option of its own.
  const byCluster =
    weight === undefined && errors['vcov'] === undefined && errors['cluster'] !== undefined;
  const covariance = errorKeys(errors);
  const matrix = byCluster ? covariance : dependenceKeys(weight);
  const weightOnly = takesLags(matrix.type) && !takesLags(covariance.type);
  return {
    weight: { ...matrix, ...(takesLags(matrix.type) && lags), center },
    vcov: { ...covariance, ...(!weightOnly && lags), small },
  };
}
