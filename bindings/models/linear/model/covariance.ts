import { addPanel } from '../../../data/panel/panel.js';
import type { InferOutput } from 'valibot';
import { badValue } from '../../schema/bad-value.js';
import type { PanelSpec } from '../../schema/common.js';
import type { LinearCovariance, LinearCovarianceType, WeightType } from './model.js';
import type { vcov } from './schema.js';

/** Types that do not need the leverages of least squares. */
const withoutLeverages: readonly LinearCovarianceType[] = [
  'unadjusted',
  'HC0',
  'HC1',
  'CV1',
  'hac',
  'driscoll-kraay',
];

/** True for HC2 to HC4, CV2 and CV3, which absorbed effects and instruments do not allow. */
export function needsLeverages(type: LinearCovarianceType): boolean {
  return !withoutLeverages.includes(type);
}

/** `vcov` as its schema reads it. */
export type WrittenCovariance = InferOutput<typeof vcov>;

/** What the choice of a covariance depends on. */
export interface CovarianceSetting {
  readonly panel?: PanelSpec | undefined;
  readonly weightType?: WeightType | undefined;
}

/**
 * Fills in the defaults of a covariance: CV1 if clusters are named, otherwise robust with probability weights,
 * otherwise unadjusted; Bartlett kernel and automatic bandwidth; order by `panel.time`.
 *
 * @throws InputError `bad-value` for keys that do not go together
 */
export function resolveCovariance(
  written: WrittenCovariance,
  setting: CovarianceSetting,
): LinearCovariance {
  const { small } = written;
  const type = resolveType(written, setting);
  checkCluster(type, written.cluster);
  checkWeights(type, setting.weightType);
  const { cluster } = written;
  return {
    type,
    ...(cluster !== undefined && { cluster }),
    ...resolveLags('vcov', type, written, setting.panel),
    small,
  };
}

/** Keys of `hac` and `driscoll-kraay` about the lags. */
export type Lags = Pick<LinearCovariance, 'kernel' | 'bandwidth' | 'order'>;

/**
 * Fills in the defaults of the lags, for types that have lags; `key` is their key in the model.
 *
 * @throws InputError `bad-value` for lags of a type that has none, and without an order
 */
export function resolveLags(
  key: string,
  type: string,
  written: Lags,
  panel: PanelSpec | undefined,
): Lags {
  if (type !== 'hac' && type !== 'driscoll-kraay') {
    for (const name of ['kernel', 'bandwidth', 'order'] as const) {
      const value = written[name];
      if (value !== undefined) throw badValue(`${key}.${name}`, `nothing with type ${type}`, value);
    }
    return {};
  }
  const { kernel = 'bartlett', bandwidth = 'auto', order = panel?.time } = written;
  if (order === undefined) {
    const expected = `a column that orders the rows, as ${type} needs one (--order; or ${addPanel})`;
    throw badValue(`${key}.order`, expected, undefined);
  }
  return { kernel, bandwidth, order };
}

function resolveType(
  { type, cluster, small }: WrittenCovariance,
  { weightType }: CovarianceSetting,
): LinearCovarianceType {
  const robust = small ? 'HC1' : 'HC0';
  if (type === 'robust') return robust;
  if (type === 'cluster') return 'CV1';
  if (type !== undefined) return type;
  if (cluster !== undefined) return 'CV1';
  return weightType === 'probability' ? robust : 'unadjusted';
}

function checkCluster(type: LinearCovarianceType, cluster: readonly string[] | undefined): void {
  const clustered = type.startsWith('CV');
  if (clustered && cluster === undefined) {
    throw badValue('vcov.cluster', `the column of the clusters with type ${type}`, undefined);
  }
  if (!clustered && cluster !== undefined) {
    throw badValue('vcov.type', 'cluster, CV1, CV2 or CV3 with vcov.cluster', type);
  }
  const most = type === 'CV1' ? 4 : 1;
  if (cluster !== undefined && cluster.length > most) {
    throw badValue(
      'vcov.cluster',
      `at most ${most} ${most > 1 ? 'columns' : 'column'} with type ${type}`,
      cluster,
    );
  }
}

function checkWeights(type: LinearCovarianceType, weightType: WeightType | undefined): void {
  if (weightType === 'probability' && type === 'unadjusted') {
    throw badValue('vcov.type', 'a robust or clustered type with probability weights', type);
  }
  if (weightType === 'frequency' && (type === 'hac' || type === 'driscoll-kraay')) {
    throw badValue('weights.type', `analytic or probability with type ${type}`, weightType);
  }
}
