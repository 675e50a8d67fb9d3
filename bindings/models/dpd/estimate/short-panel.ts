import { periodName } from '../../../data/panel/panel.js';
import type { DpdSample } from '../design/design.js';
import type { DpdModel } from '../model/model.js';

/**
 * Says why a panel has too few periods for its formula: which term looks back how far, and in which period it first
 * exists. Undefined where the panel has enough periods.
 */
export function tooShort(model: DpdModel, { panel, terms }: DpdSample): string | undefined {
  const { depvar, regressors } = terms;
  const [deepest] = [depvar, ...regressors].sort((a, b) => b.depth - a.depth);
  const needed = deepest!.depth + (model.system ? 1 : 2);
  if (needed <= panel.nperiods) return undefined;
  const { nperiods } = panel;
  const [first, last] = [periodName(panel, 0), periodName(panel, nperiods - 1)];
  const reach = `${deepest!.name}${model.system ? '' : ', transformed,'} reaches ${needed - 1} ${needed === 2 ? 'period' : 'periods'} back`;
  return `${reach} and exists from ${periodName(panel, needed - 1)} on; the panel has ${nperiods} ${nperiods === 1 ? 'period' : 'periods'}, ${first} to ${last}`;
}
