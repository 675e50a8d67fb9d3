import { parseCanonical } from '../../../data/formula/canonical.js';
import { type Term, termName } from '../../../data/formula/term.js';
import { periodName } from '../../../data/panel/panel.js';
import type { DpdSample } from '../design/design.js';
import type { DpdModel } from '../model/model.js';

/**
 * Says why a panel has too few periods for its formula: which term looks back how far, and in which period it first
 * exists. Undefined where the panel has enough periods.
 */
export function tooShort(model: DpdModel, { panel }: DpdSample): string | undefined {
  const { depvar, regressors } = parseCanonical(model.formula);
  const [deepest] = [depvar, ...regressors].sort((a, b) => depth(b) - depth(a));
  const deepestLag = depth(deepest!);
  const needed = deepestLag + (model.system ? 1 : 2);
  if (needed <= panel.nperiods) return undefined;
  const { nperiods } = panel;
  const [first, last] = [periodName(panel, 0), periodName(panel, nperiods - 1)];
  const reach = `${termName(deepest!)}${model.system ? '' : ', transformed,'} reaches ${needed - 1} ${needed === 2 ? 'period' : 'periods'} back`;
  return `${reach} and exists from ${periodName(panel, needed - 1)} on; the panel has ${nperiods} ${nperiods === 1 ? 'period' : 'periods'}, ${first} to ${last}`;
}

/** Number of periods that a term looks back. */
function depth(term: Term): number {
  switch (term.kind) {
    case 'column':
    case 'dummies':
      return 0;
    case 'lag':
      return Math.max(0, depth(term.of) + term.by);
    case 'difference':
      return depth(term.of) + term.order;
    case 'interaction':
      return Math.max(...term.factors.map(depth));
    default:
      return depth(term.of);
  }
}
