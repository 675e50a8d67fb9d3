import { nothingWith, typesWithEffects } from '../../words/expectations/models/rules.js';
import { isByRow, families } from '../covariances/registry.js';
import { badValue } from '../schema/bad-value.js';
import type { ModelReader } from '../describe.js';
import { checked } from '../schema/check.js';
import { resolveCovariance, type WrittenCovariance } from '../linear/model/covariance.js';
import { checkAbsorbedCovariance } from '../linear/model/absorbed.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { PanelEffects, PanelModel } from './model.js';
import { panelSchema } from './schema.js';

/** How models of panels are read. */
export const panelReader: ModelReader<PanelModel> = {
  name: 'panel',
  schema: panelSchema,
  read: readPanel,
  methods: {
    of: ({ effects }) => effects,
    apply: (draft, effects) => ({ ...draft, effects }),
  },
};

/** Checks a panel model and fills in its defaults. Throws as `Estimator.read`. */
function readPanel(value: unknown): PanelModel {
  const { vcov: written, ...rest } = checked(panelSchema, value, 'panel');
  const { effects } = rest;
  if (rest.weights !== undefined && (effects === 'random' || effects === 'between')) {
    throw badValue('weights', nothingWith({ key: 'effects', value: effects }), rest.weights);
  }
  const setting = { panel: rest.panel, weightType: rest.weights?.type };
  const resolved = resolveCovariance(asStata(written, effects, rest.panel.unit), setting);
  checkTogether(resolved, effects);
  return { ...rest, vcov: resolved };
}

/** `robust` is clustered by unit if Stata's xtreg does so, because HC1 is inconsistent within units. */
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
    const types = families(({ byRow }) => byRow === true);
    throw badValue('vcov.type', typesWithEffects({ types, effects: 'between' }), type);
  }
}
