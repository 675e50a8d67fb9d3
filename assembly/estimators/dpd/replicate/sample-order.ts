/**
 * A sample in the order of its zeros: instruments of few rows first (`estimators/dpd/stack/instrument-order.ts`), and units by their
 * first period and, where that is the same, from the latest last one: the units that an instrument of GMM style is zero for
 * are then side by side. Principal components are zero for no unit, and stay as they are.
 */
import { alloc, exhausted, mark, release } from '../../../memory/arena';
import { getInt, integers, setInt } from '../../../memory/layout';
import { naturalOrder, sortBy } from '../../../covariance/order';
import { orderInstruments } from '../stack/instrument-order';
import { stackRows } from '../stack/unit';
import { enterRows } from '../model/open';
import { findSparsity } from '../model/sparsity';
import { Model } from '../model/model';

/** Puts instruments and entering units in order; `places` (i32, units) receives where each unit went. */
export function orderSample(model: Model, places: usize): void {
  if (model.plan.components == 0) {
    orderInstruments(model.plan);
    findSparsity(model);
  }
  orderUnits(model, places);
}

function orderUnits(model: Model, places: usize): void {
  const n = model.nentering;
  const periods = model.design.nperiods;
  const scope = mark();
  const keys = alloc(integers(n));
  const before = alloc(integers(n));
  const order = alloc(integers(n));
  if (exhausted()) return;
  memory.copy(before, model.entering, integers(n));
  naturalOrder(n, order);
  for (let u = 0; u < n; ++u) {
    enterRows(model, getInt(before, u));
    setInt(keys, u, span(model));
  }
  if (!sortBy(n, keys, periods * periods, order)) return;
  for (let place = 0; place < n; ++place) {
    const u = getInt(order, place);
    setInt(places, u, place);
    setInt(model.entering, place, getInt(before, u));
  }
  release(scope);
}

/** First and last period of the loaded unit in one number: early ones, and of these long ones, are small. */
function span(model: Model): i32 {
  const periods = model.design.nperiods;
  let first = periods;
  let last = 0;
  for (let r = 0; r < stackRows(model.design); ++r) {
    if (!getInt(model.unit.used, r)) continue;
    first = min(first, r % periods);
    last = max(last, r % periods);
  }
  return first * periods + periods - 1 - last;
}
