/**
 * The role of a variable that valid instruments imply. With first instrument x(t-s) in the transformed equation, s = 0
 * implies that x is strictly exogenous, s = 1 predetermined, s > 1 endogenous. In the level equation, s = 0 implies
 * predetermined, s > 0 endogenous.
 */
import { parseTerms, termName } from '../../../data/index.js';
import type { DpdSample } from '../../../models/dpd/design/design.js';
import type { DpdModel } from '../../../models/dpd/model/model.js';
import type { InstrumentSpec } from '../../../models/dpd/design/instrument-specs.js';
import { lagsOf } from './variables.js';
import type { Role } from '../../../models/schema/dynamic-words.js';

const roles: readonly Role[] = ['exogenous', 'predetermined', 'endogenous'];

/** The strictest role of each instrument variable; any other variable is endogenous. */
export function declaredRoles(model: DpdModel, sample: DpdSample): ReadonlyMap<string, Role> {
  const terms = [...model.gmm, ...model.iv]
    .flatMap(({ vars }) => vars.flatMap(parseTerms))
    .map((term) => ({ name: termName(term), ...lagsOf(term, sample.depvar) }));
  const strictest = new Map<string, number>();
  for (const { name, variable, lags } of terms) {
    const first = Math.min(...lags.map(({ by }) => by));
    for (const spec of sample.design.specs) {
      if (spec.name !== name) continue;
      const strictness = Math.min(2, Math.max(0, first + transformedLag(spec)));
      strictest.set(variable, Math.min(strictness, strictest.get(variable) ?? 2));
    }
  }
  return new Map([...strictest].map(([variable, place]) => [variable, roles[place]!]));
}

/** The first lag in the transformed equation that implies the same role. */
function transformedLag({ from, equation }: InstrumentSpec): number {
  return equation === 'level' ? from + 1 : from;
}
