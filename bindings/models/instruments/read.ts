/** Rules that tie the keys of a model with instruments to each other. */
import { panelWithEffects } from '../../words/expectations/models/models.js';
import { typesWithInstruments } from '../../words/expectations/models/rules.js';
import { canonicalList } from '../../data/formula/lists/listed-terms.js';
import { covarianceTraits, families } from '../covariances/registry.js';
import type { CovarianceTraits } from '../covariances/traits.js';
import { badValue } from '../schema/bad-value.js';
import type { PanelSpec } from '../schema/common.js';
import { resolveCovariance, type WrittenCovariance } from '../linear/model/covariance.js';
import type { LinearCovariance, Weights } from '../linear/model/model.js';
import type { CTestSpec, IvEffects } from './model.js';

/** The keys that decide the default covariance, as the user wrote them. */
export interface InstrumentSetting {
  readonly panel?: PanelSpec | undefined;
  readonly effects?: IvEffects | undefined;
  readonly weights?: Weights | undefined;
}

/** @throws InputError `bad-value` for effects without a panel */
export function checkEffects({ panel, effects }: InstrumentSetting): void {
  if (effects === undefined || panel !== undefined) return;
  throw badValue('panel', panelWithEffects({ effects }), undefined);
}

/**
 * Fills in the defaults of the covariance.
 *
 * @throws InputError `bad-value` for types that models with instruments do not have, and keys that do not go together
 */
export function resolveInstrumentCovariance(
  written: WrittenCovariance,
  setting: InstrumentSetting,
): LinearCovariance {
  const resolved = resolveCovariance(byUnit(written, setting), {
    panel: setting.panel,
    weightType: setting.weights?.type,
  });
  const needs = ({ leverages }: CovarianceTraits) => leverages !== undefined;
  if (!needs(covarianceTraits(resolved.type)!)) return resolved;
  const [types, others] = [families((traits) => !needs(traits)), families(needs)];
  throw badValue('vcov.type', typesWithInstruments({ types, others }), resolved.type);
}

/** Sets of instruments whose terms are canonical. */
export function canonicalSets(sets: readonly CTestSpec[]): readonly CTestSpec[] {
  return sets.map(({ vars, ...rest }) => ({ ...rest, vars: vars.map(canonicalList) }));
}

/** With effects `within`, `robust` is clustered by unit as in Stata's xtivreg, because HC0 and HC1 are inconsistent. */
export function byUnit<
  Written extends { readonly type?: string | undefined; cluster?: readonly string[] | undefined },
>(written: Written, { panel, effects }: InstrumentSetting): Written {
  if (effects !== 'within' || written.type !== 'robust' || written.cluster !== undefined) {
    return written;
  }
  return { ...written, type: 'cluster', cluster: [panel!.unit] };
}
