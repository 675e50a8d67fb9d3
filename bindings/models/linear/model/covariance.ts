import { orderColumn } from '../../../words/expectations/models/models.js';
import * as wanted from '../../../words/expectations/models/rules.js';
import { expectationOf } from '../../../words/expects.js';
import type { Output } from '../../../core/arguments/inferred.js';
import {
  covarianceTraits,
  type ExtraKeys,
  extraKeys,
  typeOfWord,
  typesWith,
} from '../../covariances/registry.js';
import type { CovarianceTraits, LinearCovarianceType } from '../../covariances/traits.js';
import { badValue } from '../../schema/bad-value.js';
import type { PanelSpec } from '../../schema/common.js';
import type { LinearCovariance, WeightType } from './model.js';
import type { vcov } from './schema.js';

/** `vcov` as its schema reads it. */
export type WrittenCovariance = Output<typeof vcov> & ExtraKeys;

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
  const { cluster, small } = written;
  const usual = setting.weightType === 'probability' ? 'robust' : 'unadjusted';
  const word = written.type ?? (cluster === undefined ? usual : 'cluster');
  const type = typeOfWord(word, small)!;
  const traits = covarianceTraits(type)!;
  checkCluster(type, traits, cluster);
  checkWeights(type, traits, setting.weightType);
  return {
    type,
    ...(cluster !== undefined && { cluster }),
    ...resolveLags('vcov', type, written, setting.panel),
    ...resolveExtra(type, traits, written),
    small,
  };
}

/** The keys of covariances with lags that describe the lags. */
export type Lags = Pick<LinearCovariance, 'kernel' | 'bandwidth' | 'order'>;

/**
 * Fills in the defaults of the lags for types that have lags; `key` is the key in the model that holds them.
 *
 * @throws InputError `bad-value` for lags of a type that has none, and if there is no order
 */
export function resolveLags(
  key: string,
  type: string,
  written: Lags,
  panel: PanelSpec | undefined,
): Lags {
  if (covarianceTraits(type)?.lags === undefined) {
    for (const name of ['kernel', 'bandwidth', 'order'] as const) {
      const value = written[name];
      if (value !== undefined)
        throw badValue(`${key}.${name}`, wanted.nothingWith({ key: 'type', value: type }), value);
    }
    return {};
  }
  const { kernel = 'bartlett', bandwidth = 'auto', order = panel?.time } = written;
  if (order === undefined) {
    throw badValue(`${key}.order`, orderColumn({ type }), undefined);
  }
  return { kernel, bandwidth, order };
}

/** The keys that the kind has for itself, with their defaults. */
function resolveExtra(
  type: LinearCovarianceType,
  { keys = {}, defaults = {} }: CovarianceTraits,
  written: WrittenCovariance,
): ExtraKeys {
  const given: Readonly<Record<string, unknown>> = { ...defaults, ...written };
  for (const [key, schema] of Object.entries(extraKeys)) {
    const [value, known] = [given[key], key in keys];
    if (known === (value !== undefined)) continue;
    const expected = known
      ? wanted.withType({
          expected: expectationOf(String((schema as { message?: unknown }).message))!,
          type,
        })
      : wanted.nothingWith({ key: 'type', value: type });
    throw badValue(`vcov.${key}`, expected, value);
  }
  return Object.fromEntries(Object.keys(keys).map((key) => [key, given[key]]));
}

function checkCluster(
  type: LinearCovarianceType,
  { clusters: most = 0 }: CovarianceTraits,
  cluster: readonly string[] | undefined,
): void {
  if (most > 0 && cluster === undefined) {
    throw badValue('vcov.cluster', wanted.clusterColumn({ type }), undefined);
  }
  if (most === 0 && cluster !== undefined) {
    const types = ['cluster', ...typesWith(({ clusters }) => clusters !== undefined)];
    throw badValue('vcov.type', wanted.clusterTypes({ types }), type);
  }
  if (cluster !== undefined && cluster.length > most) {
    throw badValue('vcov.cluster', wanted.columnLimit({ most, type }), cluster);
  }
}

function checkWeights(
  type: LinearCovarianceType,
  { robust, byRow, clusters }: CovarianceTraits,
  weightType: WeightType | undefined,
): void {
  if (weightType === 'probability' && !robust) {
    throw badValue('vcov.type', wanted.robustOrClustered(), type);
  }
  if (weightType === 'frequency' && byRow === undefined && clusters === undefined) {
    throw badValue('weights.type', wanted.otherWeights({ type }), weightType);
  }
}
