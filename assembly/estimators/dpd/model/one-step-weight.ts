/**
 * The one-step matrix S1 = sum Z_i'H Z_i with H = F F', computed as a sum of outer products of the rows of F'Z_i:
 *
 *   h = 3   F = [M; I; N]         one row per period: M(:,s)'Z_diff + Z_level(s) + N(:,s)'Z_other
 *   h = 2   F = diag(M, I, N)     each part is a row of its own
 *   h = 1   F = I                 the rows of Z_i
 *
 * Only equations of the model enter: M and N are the two transformations, I the levels. For forward deviations M M' =
 * I. With weights H becomes D H D, D = diag(sqrt(w)) over the rows of the stack (xtabond2's choice).
 *
 * Decision: row s of F'Z_i has the same few nonzero columns in every unit. So the rows of each s are gathered over
 * these columns only, and their sum is scattered into S1. In a system with lags 2 to 4 that is 16 columns of 51, a
 * tenth of the products.
 */
import { Transform } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import {
  addressOf,
  doubles,
  get,
  getInt,
  integers,
  set,
  setInt,
  setFour,
} from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import {
  panelCount,
  rectanglePanel,
  rectangleSize,
  triangleEntry,
  triangleSize,
} from '../../../blas/panels';
import { dsyrkPanels } from '../../../blas/gram';
import { deviationWeight, transformOf } from '../stack/transforms';
import {
  ENTRY,
  LEVELS,
  OTHER,
  PRIMARY,
  Unit,
  entryColumn,
  firstEntry,
  stackRows,
} from '../stack/unit';
import { occurs } from './sparsity';
import { Model } from './model';

/** Rows gathered before their products are added. Part of the numeric contract. */
const BLOCK: i32 = 128;


@unmanaged
export class OneStep {
  n: i32;
  periods: i32;
  /** Number of rows of F'Z_i, and of their parts together. */
  nrows: i32;
  nparts: i32;
  /** i32, nrows + 1: first part of each row. */
  start: usize;
  /** i32 and f64, nparts: stacked row and its weight in F. */
  part: usize;
  weight: usize;
  /** i32, nparts: the period from which the row's difference must start, -1 if any period will do. */
  from: usize;
  /** i32, nrows + 1: first of the row's columns in `columns`, which are ascending. */
  columnStart: usize;
  columns: usize;
  /** i32, nrows x L: position of a column among those of a row. */
  place: usize;
  /** i32, nrows: rows gathered; usize, nrows: their panels. */
  waiting: usize;
  panels: usize;
  /** f64: a triangle over the columns of one row. */
  sum: usize;
}

/** Lays out the rows of a model whose instruments are numbered; check `exhausted()` afterwards. */
export function openOneStep(model: Model): OneStep {
  const oneStep = changetype<OneStep>(allocZeroed(offsetof<OneStep>()));
  const bound = stackRows(model.design);
  if (exhausted()) return oneStep;
  oneStep.n = model.n;
  oneStep.periods = model.design.nperiods;
  oneStep.start = allocZeroed(integers(bound + 1));
  layOutParts(model.design, oneStep);
  oneStep.part = alloc(integers(oneStep.nparts));
  oneStep.from = alloc(integers(oneStep.nparts));
  oneStep.weight = alloc(doubles(oneStep.nparts));
  if (exhausted()) return oneStep;
  layOutParts(model.design, oneStep);
  const rows = oneStep.nrows;
  oneStep.columnStart = allocZeroed(integers(rows + 1));
  oneStep.columns = allocMatrix(rows, (model.n >> 1) + 1);
  oneStep.place = allocMatrix(rows, (model.n >> 1) + 1);
  oneStep.waiting = allocZeroed(integers(rows));
  oneStep.panels = alloc(integers(rows));
  if (exhausted()) return oneStep;
  let widest = 0;
  for (let s = 0; s < rows; ++s) widest = max(widest, findColumns(model, oneStep, s));
  oneStep.sum = alloc(doubles(triangleSize(widest)));
  return oneStep;
}

/** Gathers the rows of the loaded unit; full panels are added to S1, a triangle of L columns in panels. */
export function addOneStepRows(oneStep: OneStep, unit: Unit, s1: usize): void {
  for (let s = 0; s < oneStep.nrows; ++s) {
    if (!gatherRow(oneStep, unit, s)) continue;
    const waiting = getInt(oneStep.waiting, s) + 1;
    setInt(oneStep.waiting, s, waiting);
    if (waiting == BLOCK) foldRow(oneStep, s, s1);
  }
}

/** Adds the rows still gathered to S1; call it once after the last unit. */
export function foldOneStep(oneStep: OneStep, s1: usize): void {
  for (let s = 0; s < oneStep.nrows; ++s) foldRow(oneStep, s, s1);
}

/** out += Z_i'H Z_i v for the loaded unit, row by row of F'Z_i; v and out are L doubles. */
export function addWeighted(oneStep: OneStep, unit: Unit, v: usize, out: usize): void {
  for (let s = 0; s < oneStep.nrows; ++s) {
    const first = getInt(oneStep.start, s);
    const end = getInt(oneStep.start, s + 1);
    let product: f64 = 0;
    for (let p = first; p < end; ++p) {
      product += partWeight(oneStep, unit, p) * dotRow(unit, getInt(oneStep.part, p), v);
    }
    for (let p = first; p < end; ++p) {
      const factor = product * partWeight(oneStep, unit, p);
      addScaledRow(unit, getInt(oneStep.part, p), factor, out);
    }
  }
}

/** Returns the weight of part p in the loaded unit, 0 if the unit does not have it. */
function partWeight(oneStep: OneStep, unit: Unit, p: i32): f64 {
  const r = getInt(oneStep.part, p);
  if (!getInt(unit.used, r)) return 0;
  const from = getInt(oneStep.from, p);
  if (from >= 0 && getInt(unit.previous, r % oneStep.periods) != from) return 0;
  return get(oneStep.weight, p) * sqrt<f64>(get(unit.weight, r));
}

function dotRow(unit: Unit, r: i32, v: usize): f64 {
  const end = firstEntry(unit, r + 1);
  let sum: f64 = 0;
  for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
    sum += load<f64>(e) * get(v, entryColumn(e));
  }
  return sum;
}

/** out += factor x (instrument row r). */
export function addScaledRow(unit: Unit, r: i32, factor: f64, out: usize): void {
  const end = firstEntry(unit, r + 1);
  for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
    const to = addressOf(out, entryColumn(e));
    store<f64>(to, load<f64>(to) + factor * load<f64>(e));
  }
}

/** Appends row s of F'Z_i to the gathered rows; returns false if the unit has none of its parts. */
function gatherRow(oneStep: OneStep, unit: Unit, s: i32): bool {
  const to = usize(getInt(oneStep.panels, s) + (getInt(oneStep.waiting, s) << 5));
  const places = oneStep.place + integers(s * oneStep.n);
  const end = getInt(oneStep.start, s + 1);
  let written = false;
  for (let p = getInt(oneStep.start, s); p < end; ++p) {
    const weight = partWeight(oneStep, unit, p);
    if (weight == 0) continue;
    if (!written) clearRow(columnCount(oneStep, s), to);
    written = true;
    const r = getInt(oneStep.part, p);
    const last = firstEntry(unit, r + 1);
    for (let e = firstEntry(unit, r); e < last; e += ENTRY) {
      const place = getInt(places, entryColumn(e));
      const element = rectanglePanel(to, BLOCK, place >> 2) + doubles(place & 3);
      store<f64>(element, load<f64>(element) + weight * load<f64>(e));
    }
  }
  return written;
}

/** Adds the outer products of the gathered rows s to S1. */
function foldRow(oneStep: OneStep, s: i32, s1: usize): void {
  const width = columnCount(oneStep, s);
  const waiting = getInt(oneStep.waiting, s);
  if (waiting == 0) return;
  setInt(oneStep.waiting, s, 0);
  memory.fill(oneStep.sum, 0, doubles(triangleSize(width)));
  dsyrkPanels(width, waiting, BLOCK, getInt(oneStep.panels, s), oneStep.sum);
  spreadSum(oneStep, s, s1);
}

/** Adds the sum over the columns of row s to their places in S1. */
export function spreadSum(oneStep: OneStep, s: i32, s1: usize): void {
  const width = columnCount(oneStep, s);
  const columns = oneStep.columns + integers(getInt(oneStep.columnStart, s));
  for (let j = 0; j < width; ++j) {
    const to = triangleEntry(s1, 0, getInt(columns, j));
    let from = triangleEntry(oneStep.sum, 0, j);
    for (let i = 0; i <= j; ++i) {
      const element = to + (usize(getInt(columns, i)) << 5);
      store<f64>(element, load<f64>(element) + load<f64>(from));
      from += 32;
    }
  }
}

function clearRow(width: i32, to: usize): void {
  for (let q = 0; q < panelCount(width); ++q) {
    setFour(to, f64x2.splat(0), f64x2.splat(0));
    to += usize(BLOCK) << 5;
  }
}

export function columnCount(oneStep: OneStep, s: i32): i32 {
  return getInt(oneStep.columnStart, s + 1) - getInt(oneStep.columnStart, s);
}

/** Counts the parts of every row on the first call, and stores them once memory is allocated. */
function layOutParts(design: DpdDesign, oneStep: OneStep): void {
  const linked = design.h == 3 && design.system + design.mixed > 0;
  oneStep.nrows = 0;
  oneStep.nparts = 0;
  for (let s = 0; s < design.nperiods; ++s) {
    if (design.transform != Transform.LevelsOnly) {
      addTransformed(design, oneStep, PRIMARY, s, linked);
      if (!linked) closeRow(oneStep);
    }
    if (design.mixed) {
      addTransformed(design, oneStep, OTHER, s, linked);
      if (!linked) closeRow(oneStep);
    }
    if (design.system) addPart(oneStep, LEVELS * design.nperiods + s, -1, 1);
    if (linked || design.system) closeRow(oneStep);
  }
}

/** Adds column s of a block's transformation as parts, or row s alone if H is the identity. */
function addTransformed(
  design: DpdDesign,
  oneStep: OneStep,
  block: i32,
  s: i32,
  linked: bool,
): void {
  const periods = design.nperiods;
  const first = block * periods;
  const differences = transformOf(design, block) == Transform.FirstDifferences;
  if (differences || !linked) {
    addPart(oneStep, first + s, -1, 1);
    if (!differences || design.h == 1) return;
    const last = design.bridge ? periods - 1 : min(s + 1, periods - 1);
    for (let r = s + 1; r <= last; ++r) addPart(oneStep, first + r, design.bridge ? s : -1, -1);
    return;
  }
  for (let r = 1; r <= min(s + 1, periods - 1); ++r) {
    addPart(oneStep, first + r, -1, deviationWeight(periods, r, s));
  }
}

function addPart(oneStep: OneStep, row: i32, from: i32, weight: f64): void {
  const p = oneStep.nparts++;
  if (oneStep.part == 0) return;
  setInt(oneStep.part, p, row);
  setInt(oneStep.from, p, from);
  set(oneStep.weight, p, weight);
}

function closeRow(oneStep: OneStep): void {
  setInt(oneStep.start, ++oneStep.nrows, oneStep.nparts);
}

/** Lists the columns of row s, reserves their panels and returns the number of columns. */
function findColumns(model: Model, oneStep: OneStep, s: i32): i32 {
  const first = getInt(oneStep.columnStart, s);
  const last = getInt(oneStep.start, s + 1);
  let width = 0;
  for (let column = 0; column < model.n; ++column) {
    for (let p = getInt(oneStep.start, s); p < last; ++p) {
      if (!occurs(model, getInt(oneStep.part, p), column)) continue;
      setInt(oneStep.place, s * oneStep.n + column, width);
      setInt(oneStep.columns, first + width++, column);
      break;
    }
  }
  setInt(oneStep.columnStart, s + 1, first + width);
  setInt(oneStep.panels, s, i32(alloc(doubles(rectangleSize(BLOCK, width)))));
  return width;
}
