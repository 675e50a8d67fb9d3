import * as v from 'valibot';
import { linearBootstrap } from '../schema/bootstrap-schema.js';
import { isByRow, typesIn } from '../covariances/registry.js';
import { badValue } from '../schema/bad-value.js';
import { checked } from '../schema/check.js';
import { resolveCovariance, type WrittenCovariance } from '../linear/model/covariance.js';
import { checkAbsorbedCovariance } from '../linear/model/absorbed.js';
import type { LinearCovariance } from '../linear/model/model.js';
import { absorb, vcov, weights } from '../linear/model/schema.js';
import { linearChoices, methods, multiverseOf } from '../multiverse/schema.js';
import { covarianceOf } from '../covariances/text.js';
import { dataKeys } from '../schema/data-schema.js';
import { choice, common, panel, record } from '../schema/schema.js';
import type { PanelEffects, PanelModel } from './model.js';

const kinds = ['within', 'twoway', 'random', 'between', 'first-difference', 'pooled'] as const;

export const panelSchema = record({
  ...dataKeys,
  panel,
  where: common.where,
  estimator: v.literal('panel', 'panel'),
  effects: v.optional(choice(kinds, `one of ${kinds.join(', ')}`), 'within'),
  formula: common.formula,
  weights: v.optional(weights),
  vcov: v.optional(covarianceOf(vcov), {}),
  absorb,
  bootstrap: v.optional(linearBootstrap),
  multiverse: multiverseOf({ ...linearChoices, methods: methods(kinds) }),
  collinear: common.collinear,
  level: common.level,
  labels: common.labels,
  name: common.name,
});

/** Checks a panel model and fills in its defaults. Throws as `Estimator.read`. */
export function readPanel(value: unknown): PanelModel {
  const { vcov: written, ...rest } = checked(panelSchema, value, 'panel');
  const { effects } = rest;
  if (rest.weights !== undefined && (effects === 'random' || effects === 'between')) {
    throw badValue('weights', `nothing with effects ${effects}`, rest.weights);
  }
  const setting = { panel: rest.panel, weightType: rest.weights?.type };
  const resolved = resolveCovariance(asStata(written, effects, rest.panel.unit), setting);
  checkTogether(resolved, effects);
  return { ...rest, vcov: resolved };
}

/** `robust` is clustered by unit where Stata's xtreg does so, as HC1 is inconsistent within units. */
function asStata(
  written: WrittenCovariance,
  effects: PanelEffects,
  unit: string,
): WrittenCovariance {
  const byUnit = effects === 'within' || effects === 'twoway' || effects === 'random';
  if (!byUnit || written.type !== 'robust' || written.cluster !== undefined) return written;
  return { ...written, type: 'cluster', cluster: [unit] };
}

function checkTogether({ type }: LinearCovariance, effects: PanelEffects): void {
  if (effects === 'within' || effects === 'twoway') checkAbsorbedCovariance(type);
  if (effects === 'between' && !isByRow(type)) {
    const expected = `${typesIn(({ byRow }) => byRow === true, 'or')} with effects between`;
    throw badValue('vcov.type', expected, type);
  }
}
