import { InputError } from '../../../core/errors/errors.js';
import { emptySet, unknownGroup } from '../../../words/errors/models/dynamic-model.js';
import { suggestionOf } from '../../../data/nearest.js';
import type { DynamicModel, Equation, TestedSet } from '../model/model.js';
import type { DynamicSample } from './design.js';
import { groupNames, type InstrumentSpec } from './instrument-specs.js';

/** A set of instruments that a test leaves out: for each spec, its transformed and its level part. */
export interface DifferenceGroup {
  readonly name: string;
  without(spec: InstrumentSpec): readonly [diff: boolean, level: boolean];
}

/**
 * Lists the sets that xtabond2 tests: in a system all GMM-style instruments of the level equation, then each group as
 * the user wrote it. The sets that the user named follow.
 *
 * @throws InputError `unknown-group` or `empty-set` for a named set without instruments
 */
export function differenceGroups(
  model: DynamicModel,
  { design, terms }: Pick<DynamicSample, 'design' | 'terms'>,
): DifferenceGroup[] {
  // Principal components mix the groups, so no set can be left out.
  if (design.components >= 0) return [];
  const names = groupNames(model);
  const groups = names.map((name, group) => ({
    name,
    without: (spec: InstrumentSpec) => [spec.group === group, spec.group === group] as const,
  }));
  const named = model.diffHansen.map((set, i) =>
    namedSet({ ...set, vars: terms.tested[i] }, model, names, design.specs),
  );
  const level = design.specs.some(isGmmLevel);
  if (!design.system || design.transform === 'level' || !level) return [...groups, ...named];
  const levels: DifferenceGroup = {
    name: 'gmm instruments for levels',
    without: (spec) => [false, isGmmLevel(spec)],
  };
  return [levels, ...groups, ...named];
}

function namedSet(
  { name, groups, vars, equation }: TestedSet,
  model: DynamicModel,
  names: readonly string[],
  specs: readonly InstrumentSpec[],
): DifferenceGroup {
  const numbers = groups?.map((group) => groupNumber(group, model, names));
  const inside = (spec: InstrumentSpec) =>
    spec.group >= 0 &&
    (numbers?.includes(spec.group) ?? true) &&
    (vars?.includes(spec.name) ?? true);
  const part = (spec: InstrumentSpec, one: 'diff' | 'level') =>
    inside(spec) && serves(spec.equation, one) && serves(equation, one);
  if (!specs.some((spec) => part(spec, 'diff') || (model.system && part(spec, 'level')))) {
    throw new InputError(emptySet({ set: name }), { of: model.estimator, key: 'diffHansen' });
  }
  return { name, without: (spec) => [part(spec, 'diff'), part(spec, 'level')] };
}

function serves(equation: Equation, one: 'diff' | 'level'): boolean {
  return equation === 'both' || equation === one;
}

/** Position of a group, which may be named as printed or by its key. */
function groupNumber(group: string, model: DynamicModel, names: readonly string[]): number {
  const keys = [
    ...model.gmm.map((_, g) => `gmm[${g}]`),
    ...model.iv.map((_, g) => `iv[${g}]`),
    ...(model.timeEffects ? ['timeEffects'] : []),
  ];
  const place = Math.max(names.indexOf(group), keys.indexOf(group));
  if (place >= 0) return place;
  const near = suggestionOf(group, [...names, ...keys]);
  throw new InputError(unknownGroup({ group, groups: names, near }), {
    of: model.estimator,
    key: 'diffHansen',
  });
}

/** Bytes of `DpdOptions.tests`: tests x specs x 2. */
export function testMask(
  groups: readonly DifferenceGroup[],
  specs: readonly InstrumentSpec[],
): Uint8Array {
  const mask = new Uint8Array(2 * groups.length * specs.length);
  groups.forEach(({ without }, g) => {
    specs.forEach((spec, s) => {
      const [diff, level] = without(spec);
      const first = 2 * (g * specs.length + s);
      mask[first] = Number(diff);
      mask[first + 1] = Number(level);
    });
  });
  return mask;
}

function isGmmLevel(spec: InstrumentSpec): boolean {
  return spec.kind === 'gmm' && spec.equation !== 'diff';
}
