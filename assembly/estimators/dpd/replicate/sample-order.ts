/**
 * Orders a sample so that zeros are next to each other. Instruments of few rows come first
 * (`stack/instrument-order.ts`). Units are sorted by their first period, and then by their last, latest first. The
 * units for which a GMM-style instrument is zero are then consecutive. Principal components are zero for no unit and
 * keep their order.
 */
import { alloc, exhausted, mark, release } from '../../../memory/arena';
import { getInt, integers, setInt } from '../../../memory/layout';
import { naturalOrder, sortBy } from '../../../covariance/rows/order';
import { orderInstruments } from '../stack/instrument-order';
import { stackRows } from '../stack/unit';
import { enterRows } from '../model/open';
import { findSparsity } from '../model/sparsity';
import { Model } from '../model/model';

/** Orders instruments and entering units; `places` (i32, units) receives the new position of each unit. */
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

/** Returns first and last period of the loaded unit as one sort key: early starts first, then long spans. */
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
