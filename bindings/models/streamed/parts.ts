/** Gives the rows of a sample to the core in parts, as often as an estimator needs them. */
import type { Arena } from '../../core/arena.js';
import { Status } from '../../core/status.js';
import {
  evaluateTerm,
  type Frame,
  hasDummies,
  type Spill,
  type Term,
  termKey,
} from '../../data/index.js';
import { RowWeights } from '../../generated/codes.js';
import { linearDesign, rowStream } from '../../generated/records.js';
import type { WeightType } from '../linear/model/model.js';
import type { PlainColumn } from './design-rows.js';
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
  for (const term of terms) writeTerm(term, { ...parts, ...range, arena, sample });
}

/** Where a part of a sample goes. */
interface Target extends PartBuffers, Range {
  readonly arena: Arena;
  readonly sample: StreamedSample;
}

function writeTerm({ term, margins, first, count: width }: DesignTerm, target: Target): void {
  const { arena, sample, x, xLow, start, count, math } = target;
  const { rows, hasLow, columns } = sample;
  const places = columns.slice(first, first + width).map(({ place }) => place);
  if (term === undefined || !hasDummies(term)) {
    if (places[0]! >= 0) writePlain(term && rows.plain.get(termKey(term)), places[0]!, target);
  } else if (term.kind === 'dummies') writeDummies(term, places, target);
  else {
    evaluateTerm(term, rows.frame(start, count, math), margins).forEach(({ values, low }, j) => {
      const place = places[j]!;
      if (place < 0) return;
      arena.setFloats(x + 8 * count * place, values);
      if (!hasLow) return;
      if (low === undefined) bytesOf(xLow, place, target).fill(0);
      else arena.setFloats(xLow + 8 * count * place, low);
    });
  }
}

/** The memory of a column of x or xLow. */
function bytesOf(base: number, place: number, { arena, count }: Target): Uint8Array {
  return arena.bytes(base + 8 * count * place, 8 * count);
}

/** Writes a column of the file, or the constant. */
function writePlain(plain: PlainColumn | undefined, place: number, target: Target): void {
  const { arena, sample, x, xLow, start, count } = target;
  if (plain === undefined) arena.setFloats(x + 8 * count * place, new Float64Array(count).fill(1));
  else plain.values.readInto(bytesOf(x, place, target), start);
  if (!sample.hasLow) return;
  if (plain?.low === undefined) bytesOf(xLow, place, target).fill(0);
  else plain.low.readInto(bytesOf(xLow, place, target), start);
}

/** Writes dummies: zeros, and a one in each row. */
function writeDummies(
  { of, ref }: Extract<Term, { readonly kind: 'dummies' }>,
  places: readonly number[],
  target: Target,
): void {
  const { arena, sample, x, xLow, start, count } = target;
  for (const place of places) {
    if (place < 0) continue;
    bytesOf(x, place, target).fill(0);
    if (sample.hasLow) bytesOf(xLow, place, target).fill(0);
  }
  const { names, codes } = sample.rows.levelsOf(of.name, start, count);
  const skipped = places.length < names.length ? Math.max(0, names.indexOf(ref ?? names[0]!)) : -1;
  const placeOf = placesOfLevels(places, names.length, skipped);
  const { buffer, byteOffset } = arena.bytes(x, 0);
  const design = new Float64Array(buffer, byteOffset, count * sample.sample.names.length);
  for (let row = 0; row < count; row++) {
    const place = placeOf[codes[row]!]!;
    if (place >= 0) design[row + count * place] = 1;
  }
}

/** The place of each level's column in the design, -1 for none: the columns lack the level `skipped`. */
function placesOfLevels(places: readonly number[], nlevels: number, skipped: number): Int32Array {
  return Int32Array.from({ length: nlevels }, (_, level) => {
    if (level === skipped) return -1;
    return places[skipped >= 0 && level > skipped ? level - 1 : level]!;
  });
}
