/** Records which instrument columns have a value in which rows of the stack, for at least one unit. */
import { getInt } from '../../../memory/layout';
import { Components } from '../stack/components';
import { stackRows } from '../stack/unit';
import { Model } from './model';

/** True if some unit has a value in stacked row r and a column. */
// @ts-ignore: decorator
@inline
export function occurs(model: Model, r: i32, column: i32): bool {
  return load<u8>(model.sparsity + usize(r) * usize(model.n) + usize(column)) != 0;
}

/** Fills model.sparsity. A row with a value in a GMM-style column has a value in every principal component. */
export function findSparsity(model: Model): void {
  const plan = model.plan;
  const components = changetype<Components>(plan.components);
  const kept = plan.components == 0 ? 0 : components.ncomponents;
  const candidates = plan.components == 0 ? 0 : components.ncandidates;
  const nrows = stackRows(model.design);
  memory.fill(model.sparsity, 0, usize(nrows) * usize(model.n));
  for (let r = 0; r < nrows; ++r) {
    const row = model.sparsity + usize(r) * usize(model.n);
    for (let id = 0; id < plan.npotential; ++id) {
      if (getInt(model.occurrences, r * plan.npotential + id) == 0) continue;
      const number = getInt(plan.number, id);
      if (number < candidates) memory.fill(row, 1, usize(kept));
      else store<u8>(row + usize(number - candidates + kept), 1);
    }
  }
}
