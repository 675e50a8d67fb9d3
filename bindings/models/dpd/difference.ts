import type { DpdModel } from './model.js';
import type { DpdDesign } from './design.js';
import { groupNames, type InstrumentSpec } from './specs.js';

/** A set of instruments to be tested by leaving it out: per spec, its transformed and level part. */
export interface DifferenceGroup {
  readonly name: string;
  without(spec: InstrumentSpec): readonly [diff: boolean, level: boolean];
}

/**
 * The sets xtabond2 tests: in a system all GMM-style instruments of the level equation, then each
 * group as the user wrote it.
 */
export function differenceGroups(model: DpdModel, design: DpdDesign): DifferenceGroup[] {
  const groups = groupNames(model).map((name, group) => ({
    name,
    without: (spec: InstrumentSpec) => [spec.group === group, spec.group === group] as const,
  }));
  const level = design.specs.some(isGmmLevel);
  if (!design.system || !level) return groups;
  const levels: DifferenceGroup = {
    name: 'gmm instruments for levels',
    without: (spec) => [false, isGmmLevel(spec)],
  };
  return [levels, ...groups];
}

/** Bytes of `DpdOptions.tests`: tests x specs x 2. */
export function testMask(
  groups: readonly DifferenceGroup[],
  specs: readonly InstrumentSpec[],
): Uint8Array {
  return Uint8Array.from(
    groups.flatMap(({ without }) => specs.flatMap((spec) => without(spec).map(Number))),
  );
}

function isGmmLevel(spec: InstrumentSpec): boolean {
  return spec.kind === 'gmm' && spec.equation !== 'diff';
}
