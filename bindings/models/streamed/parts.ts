/** Gives the rows of a sample to the core in parts, as often as an estimator needs them. */
import type { Arena } from '../../core/arena.js';
import { Status } from '../../core/status.js';
import { evaluateTerm, type Frame, hasDummies, type Spill, termKey } from '../../data/index.js';
import { RowWeights } from '../../generated/codes.js';
import { linearDesign, rowStream } from '../../generated/records.js';
import type { WeightType } from '../linear/model/model.js';
import type { DesignTerm, StreamedSample } from './sample.js';

/** Blocks of the core's sums have so many rows (`ROWS` of `row-block.ts`). */
const BLOCK = 256;
/** Doubles of a part, so that its columns stay in the cache. */
const PART = 1 << 18;

/** Where the core reads a part. */
export interface PartBuffers {
  readonly capacity: number;
  /** Address of the design's record, whose columns are the others. */
  readonly design: number;
  readonly x: number;
  readonly y: number;
  readonly xLow: number;
  readonly yLow: number;
  readonly weights: number;
  readonly clusters: number;
}

/** Memory for a part of a sample. */
export function openParts(
  arena: Arena,
  { sample, hasLow, rows, depvar }: StreamedSample,
  weightType: WeightType | undefined,
  doubles = PART,
): PartBuffers {
  const { names, nrows, intercept, clusters } = sample;
  const width = names.length + 1;
  const capacity = BLOCK * Math.max(1, Math.floor(doubles / BLOCK / width));
  const buffers = {
    capacity,
    x: arena.allocFloats(capacity * names.length),
    y: arena.allocFloats(capacity),
    xLow: hasLow ? arena.allocFloats(capacity * names.length) : 0,
    yLow: rows.plain.get(termKey(depvar))!.low === undefined ? 0 : arena.allocFloats(capacity),
    weights: weightType === undefined ? 0 : arena.allocFloats(capacity),
    clusters: arena.allocInts(capacity * clusters.length),
  };
  const design = arena.putRecord(linearDesign, {
    nrows,
    nregressors: names.length,
    intercept: Number(intercept),
    weightType: RowWeights[weightType ?? 'none'],
    nclusterings: clusters.length,
    clusterCounts: arena.putInts(Int32Array.from(clusters, ({ count }) => count)),
    ...buffers,
  });
  return { ...buffers, design };
}

/** The functions of the core that take an estimate's rows; `stream` is the address of its record. */
export interface StreamedEstimator {
  rows(stream: number): void;
  next(stream: number): number;
}

/** Runs all passes; returns the status of the last. */
export function runPasses(
  arena: Arena,
  { rows: take, next }: StreamedEstimator,
  stream: number,
  { sample, parts, math }: { sample: StreamedSample; parts: PartBuffers; math: Frame['math'] },
): number {
  const { nrows } = sample.sample;
  for (;;) {
    const { more, state, capacity } = arena.readRecord(rowStream, stream);
    if (more === 0) return Status.Ok;
    for (let start = 0; start < nrows; start += capacity) {
      const count = Math.min(capacity, nrows - start);
      writePart(arena, sample, parts, { start, count, math });
      arena.setRecord(rowStream, stream, { capacity, count, more, state });
      take(stream);
    }
    const status = next(stream);
    if (status !== Status.Ok) return status;
  }
}

interface Range {
  readonly start: number;
  readonly count: number;
  readonly math: Frame['math'];
}

function writePart(arena: Arena, sample: StreamedSample, parts: PartBuffers, range: Range): void {
  const { rows, depvar, terms } = sample;
  const { start, count } = range;
  const floats = (spill: Spill<'float'>, address: number) =>
    spill.readInto(arena.bytes(address, 8 * count), start);
  const outcome = rows.plain.get(termKey(depvar))!;
  floats(outcome.values, parts.y);
  if (outcome.low !== undefined) floats(outcome.low, parts.yLow);
  if (rows.weights !== undefined) floats(rows.weights, parts.weights);
  rows.clusters.forEach(({ codes }, dimension) => {
    codes.readInto(arena.bytes(parts.clusters + 4 * count * dimension, 4 * count), start);
  });
  for (const term of terms) writeTerm(arena, term, sample, { ...parts, ...range });
}

function writeTerm(
  arena: Arena,
  { term, margins, first, count: width }: DesignTerm,
  { rows, hasLow }: StreamedSample,
  { x, xLow, start, count, math }: PartBuffers & Range,
): void {
  const at = (base: number, column: number) => base + 8 * count * column;
  if (term === undefined) {
    arena.setFloats(at(x, first), new Float64Array(count).fill(1));
    if (hasLow) arena.bytes(at(xLow, first), 8 * count).fill(0);
    return;
  }
  if (!hasDummies(term)) {
    const { values, low } = rows.plain.get(termKey(term))!;
    values.readInto(arena.bytes(at(x, first), 8 * count), start);
    if (low !== undefined) low.readInto(arena.bytes(at(xLow, first), 8 * count), start);
    else if (hasLow) arena.bytes(at(xLow, first), 8 * count).fill(0);
    return;
  }
  if (term.kind === 'dummies') {
    if (hasLow) arena.bytes(at(xLow, first), 8 * count * width).fill(0);
    const { names, codes } = rows.levelsOf(term.of.name, start, count);
    const skipped = width < names.length ? Math.max(0, names.indexOf(term.ref ?? names[0]!)) : -1;
    writeDummies(arena.bytes(at(x, first), 8 * count * width), codes, skipped);
    return;
  }
  const columns = evaluateTerm(term, rows.frame(start, count, math), margins);
  columns.forEach(({ values, low }, j) => {
    arena.setFloats(at(x, first + j), values);
    if (low !== undefined) arena.setFloats(at(xLow, first + j), low);
    else if (hasLow) arena.bytes(at(xLow, first + j), 8 * count).fill(0);
  });
}

/** Columns of dummies (count x width): level l has column l, those after the level that is left out one less. */
function writeDummies(bytes: Uint8Array, codes: Int32Array, skipped: number): void {
  const columns = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  columns.fill(0);
  const count = codes.length;
  for (let row = 0; row < count; row++) {
    const level = codes[row]!;
    if (level === skipped) continue;
    columns[row + count * (skipped >= 0 && level > skipped ? level - 1 : level)] = 1;
  }
}
