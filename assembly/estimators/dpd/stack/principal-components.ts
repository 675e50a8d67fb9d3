/**
 * Principal components of the GMM-style instruments, from their correlations over the rows of the sample in all
 * equations:
 *
 *   R = corr(Z_gmm) = V diag(eigenvalues) V',   rows weighted by the weights of the model
 *
 * The requested number is kept, or by default those with an eigenvalue above 0.999999; in any case enough to identify
 * the model together with the ordinary instruments (the rule of xtabond2). Sampling adequacy is
 *
 *   KMO = sum r_ij^2 / (sum r_ij^2 + sum p_ij^2),   p the partial correlations (Kaiser, 1974)
 */
import { RowWidth } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { dgesvj } from '../../../lapack/dgesvj';
import { loadUnit } from './load-unit';
import { Components } from './components';
import { InstrumentPlan, isOrdinary } from './instrument-plan';
import { numberKept } from './kept-units';
import { ENTRY, Unit, allocEntries, entryColumn, firstEntry, stackRows } from './unit';

/** Smallest eigenvalue kept by default: that of one variable, 1, with a margin for rounding. */
const ONE: f64 = 0.999999;

/** An eigenvalue below this share of the largest is zero. */
const SINGULAR: f64 = 1e-12;

/** The column number that `describe` reports for an instrument that enters through components. */
const IN_COMPONENTS: i32 = -2;

/** Replaces the numbered GMM-style columns of the plan by components; `k` parameters must be identified. */
export function openComponents(
  design: DpdDesign,
  plan: InstrumentPlan,
  unit: Unit,
  k: i32,
): Status {
  const candidates = separateColumns(design, plan);
  const ordinary = plan.ninstruments - candidates;
  numberKept(design, plan, unit);
  if (candidates == 0) return Status.Ok;
  const components = changetype<Components>(allocZeroed(offsetof<Components>()));
  const eigenvalues = alloc(doubles(candidates));
  const vectors = allocMatrix(candidates, candidates);
  if (exhausted()) return Status.OutOfMemory;
  components.ncandidates = candidates;
  components.eigenvalues = eigenvalues;
  components.vectors = vectors;
  const status = decompose(design, plan, unit, components);
  if (status != Status.Ok) return status;
  const least = max(k - ordinary, 0);
  const kept = design.components > 0 ? design.components : max(least, countLarge(components));
  components.ncomponents = min(kept, countPositive(components));
  install(design, plan, components);
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

/** Numbers GMM-style columns first and ordinary ones after them; returns the number of the former. */
function separateColumns(design: DpdDesign, plan: InstrumentPlan): i32 {
  let candidates = 0;
  for (let id = 0; id < plan.npotential; ++id) {
    if (isCandidate(design, plan, id)) setInt(plan.number, id, candidates++);
  }
  let next = candidates;
  for (let id = 0; id < plan.npotential; ++id) {
    if (getInt(plan.number, id) < 0 || isCandidate(design, plan, id)) continue;
    setInt(plan.number, id, next++);
  }
  return candidates;
}

function isCandidate(design: DpdDesign, plan: InstrumentPlan, id: i32): bool {
  const description = plan.description + integers(RowWidth.InstrumentColumn * id);
  return getInt(description, 4) > 0 && !isOrdinary(design, getInt(description, 0));
}

/** Eigenvalues and vectors (row by row) of the correlations, from the largest down, and the KMO. */
function decompose(
  design: DpdDesign,
  plan: InstrumentPlan,
  unit: Unit,
  components: Components,
): Status {
  const scope = mark();
  const p = components.ncandidates;
  const correlations = allocMatrix(p, p);
  const rotated = allocMatrix(p, p);
  const values = alloc(doubles(p));
  const order = alloc(integers(p));
  if (exhausted()) return Status.OutOfMemory;
  correlate(design, plan, unit, p, correlations, values);
  memory.copy(rotated, correlations, doubles(p) * usize(p));
  if (dgesvj(p, p, rotated, p, values) != 0) return Status.NotPositiveDefinite;
  sortDown(p, values, order);
  for (let c = 0; c < p; ++c) {
    const value = get(values, getInt(order, c));
    set(components.eigenvalues, c, value);
    const vector = entry(rotated, p, 0, getInt(order, c));
    const factor = value > 0 ? 1 / value : 0;
    for (let i = 0; i < p; ++i) {
      store<f64>(entry(components.vectors, p, c, i), factor * get(vector, i));
    }
  }
  components.kmo = samplingAdequacy(components, correlations, rotated);
  release(scope);
  return Status.Ok;
}

/** out := correlations of the candidates (p x p, both triangles), after their sums; a constant column has none. */
function correlate(
  design: DpdDesign,
  plan: InstrumentPlan,
  unit: Unit,
  p: i32,
  out: usize,
  sums: usize,
): void {
  memory.fill(sums, 0, doubles(p));
  const nrows = stackRows(design);
  let total: f64 = 0;
  for (let i = 0; i < design.nunits; ++i) {
    loadUnit(design, plan, unit, i);
    for (let r = 0; r < nrows; ++r) {
      if (!getInt(unit.used, r)) continue;
      total += get(unit.weight, r);
      addProducts(unit, r, p, out, sums);
    }
  }
  for (let j = 0; j < p; ++j) {
    const share = get(sums, j) / total;
    for (let i = 0; i < p; ++i) {
      const to = entry(out, p, i, j);
      store<f64>(to, load<f64>(to) - get(sums, i) * share);
    }
  }
  for (let j = 0; j < p; ++j) set(sums, j, sqrt<f64>(load<f64>(entry(out, p, j, j))));
  for (let j = 0; j < p; ++j) {
    for (let i = 0; i < p; ++i) {
      const to = entry(out, p, i, j);
      const scale = get(sums, i) * get(sums, j);
      store<f64>(to, i == j ? 1 : scale > 0 ? load<f64>(to) / scale : 0);
    }
  }
}

/** Adds w z to the sums and w z z' to the products of one row. */
function addProducts(unit: Unit, r: i32, p: i32, products: usize, sums: usize): void {
  const weight = get(unit.weight, r);
  const end = firstEntry(unit, r + 1);
  for (let a = firstEntry(unit, r); a < end; a += ENTRY) {
    const i = entryColumn(a);
    if (i >= p) continue;
    const value = weight * load<f64>(a);
    set(sums, i, get(sums, i) + value);
    for (let b = firstEntry(unit, r); b < end; b += ENTRY) {
      const j = entryColumn(b);
      if (j >= p) continue;
      const to = entry(products, p, j, i);
      store<f64>(to, load<f64>(to) + value * load<f64>(b));
    }
  }
}

/** order := positions of the values from the largest down; ties keep their order. */
function sortDown(n: i32, values: usize, order: usize): void {
  for (let i = 0; i < n; ++i) {
    let position = i;
    for (; position > 0 && get(values, getInt(order, position - 1)) < get(values, i); --position) {
      setInt(order, position, getInt(order, position - 1));
    }
    setInt(order, position, i);
  }
}

/** Computes the KMO from R^-1 = V diag(1 / eigenvalues) V', built in `inverse`. */
function samplingAdequacy(components: Components, correlations: usize, inverse: usize): f64 {
  const p = components.ncandidates;
  if (countPositive(components) < p) return NaN;
  memory.fill(inverse, 0, doubles(p) * usize(p));
  for (let c = 0; c < p; ++c) {
    const factor = 1 / get(components.eigenvalues, c);
    for (let j = 0; j < p; ++j) {
      const share = factor * load<f64>(entry(components.vectors, p, c, j));
      for (let i = 0; i < p; ++i) {
        const to = entry(inverse, p, i, j);
        store<f64>(to, load<f64>(to) + share * load<f64>(entry(components.vectors, p, c, i)));
      }
    }
  }
  let simple: f64 = 0;
  let partial: f64 = 0;
  for (let j = 0; j < p; ++j) {
    for (let i = 0; i < j; ++i) {
      const r = load<f64>(entry(correlations, p, i, j));
      const q = load<f64>(entry(inverse, p, i, j));
      const scale = load<f64>(entry(inverse, p, i, i)) * load<f64>(entry(inverse, p, j, j));
      simple += r * r;
      partial += (q * q) / scale;
    }
  }
  return simple / (simple + partial);
}

function countLarge(components: Components): i32 {
  let count = 0;
  while (count < components.ncandidates && get(components.eigenvalues, count) > ONE) ++count;
  return count;
}

function countPositive(components: Components): i32 {
  const least = SINGULAR * get(components.eigenvalues, 0);
  let count = 0;
  while (count < components.ncandidates && get(components.eigenvalues, count) > least) ++count;
  return count;
}

/** Installs the components: keeps their vectors, allocates their entries and numbers the final columns. */
function install(design: DpdDesign, plan: InstrumentPlan, components: Components): void {
  const p = components.ncandidates;
  const kept = components.ncomponents;
  for (let i = 1; i < p; ++i) {
    const from = components.vectors + doubles(p) * usize(i);
    memory.copy(components.vectors + doubles(kept) * usize(i), from, doubles(kept));
  }
  components.row = alloc(doubles(kept));
  components.start = alloc(usize(stackRows(design) + 1) * sizeof<usize>());
  components.entries = allocEntries(design, plan.maxEntries + kept);
  if (exhausted()) return;
  for (let id = 0; id < plan.npotential; ++id) {
    const number = getInt(plan.number, id);
    if (number < 0) continue;
    const column = number < p ? IN_COMPONENTS : number - p + kept;
    setInt(plan.description, RowWidth.InstrumentColumn * id + 5, column);
  }
  plan.ninstruments += kept - p;
  plan.components = changetype<usize>(components);
}
