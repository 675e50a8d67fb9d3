import * as wanted from '../../words/expectations/models/rules.js';
import type { Output } from '../../core/arguments/inferred.js';
import { typeOfWord } from '../covariances/registry.js';
import { badValue } from '../schema/bad-value.js';
import { byUnit, type InstrumentSetting } from '../instruments/read.js';
import { resolveLags, type WrittenCovariance } from '../linear/model/covariance.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { weight } from '../linear/model/schema.js';
import type { GmmModel, WeightMatrix } from './model.js';

const mostClusterings = 4;

/**
 * Fills in the defaults of the weighting matrix: clustered if clusters are named, otherwise robust.
 *
 * @throws InputError `bad-value` for keys that cannot be combined
 */
export function resolveWeight(
  written: Output<typeof weight>,
  setting: InstrumentSetting,
): WeightMatrix {
  const chosen = written.type ?? (written.cluster === undefined ? 'robust' : 'cluster');
  const { type, cluster } = byUnit({ ...written, type: chosen }, setting);
  if (type === 'cluster' && cluster === undefined) {
    throw badValue('weight.cluster', wanted.clusterColumn({ type }), undefined);
  }
  if (type !== 'cluster' && cluster !== undefined) {
    throw badValue('weight.type', wanted.clusterWithColumn(), type);
  }
  if (cluster !== undefined && cluster.length > mostClusterings) {
    throw badValue('weight.cluster', wanted.columnLimit({ most: mostClusterings }), cluster);
  }
  if (type === 'unadjusted' && written.center) {
    throw badValue('weight.center', wanted.uncentred(), true);
  }
  const lags = resolveLags('weight', type, written, setting.panel);
  if (lags.order !== undefined && setting.weights?.type === 'frequency') {
    throw badValue('weights.type', wanted.otherWeights({ type }), 'frequency');
  }
  return { type, ...(cluster !== undefined && { cluster }), ...lags, center: written.center };
}

/** Keys missing in `vcov` come from the weighting matrix, as in Stata's ivregress. */
export function asWeight(written: WrittenCovariance, weighting: WeightMatrix): WrittenCovariance {
  if (written.type !== undefined || written.cluster !== undefined) return written;
  const { type, cluster, kernel, bandwidth, order } = weighting;
  return {
    ...written,
    ...(type !== 'unadjusted' && { type }),
    ...(cluster !== undefined && { cluster: cluster }),
    kernel: written.kernel ?? kernel,
    bandwidth: written.bandwidth ?? bandwidth,
    order: written.order ?? order,
  };
}

/** The covariance whose inverse is the weighting matrix. */
export function momentCovariance({
  type,
  cluster,
  kernel,
  bandwidth,
  order,
}: WeightMatrix): LinearCovariance {
  return { type: typeOfWord(type, false)!, cluster, kernel, bandwidth, order, small: false };
}

/** The covariance whose clusters or order the weighting matrix uses, if they differ from those of `vcov`. */
export function weightRows({
  weight,
  vcov,
}: Pick<GmmModel, 'weight' | 'vcov'>): LinearCovariance | undefined {
  const { cluster, order } = weight;
  if (cluster === undefined && order === undefined) return undefined;
  const same = order === vcov.order && cluster?.join('\n') === vcov.cluster?.join('\n');
  return same ? undefined : momentCovariance(weight);
}
