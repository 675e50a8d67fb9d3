/** Passes the rows of a sample to the core in parts, as often as an estimator needs them. */
import type { Arena } from '../../core/engine/arena.js';
import { Status } from '../../core/engine/status.js';
import { evaluateTerm, type Frame, hasDummies, type Spill, termKey } from '../../data/index.js';
import { RowBlocks, RowWeights } from '../../generated/codes.js';
import { linearDesign, rowStream } from '../../generated/records.js';
import type { WeightType } from '../linear/model/model.js';
import type { DesignTerm, StreamedSample } from './sample.js';

/** Number of doubles in a part, chosen so that its columns stay in the cache. */
const PART = 1 << 18;

/** The memory from which the core reads a part. */
export interface PartBuffers {
  readonly capacity: number;
  /** Address of the record of the design. Its columns are the other buffers. */
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
  const capacity = RowBlocks.rows * Math.max(1, Math.floor(doubles / RowBlocks.rows / width));
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

/** The functions of the core that take the rows of an estimate; `stream` is the address of the stream's record. */
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
  { term, margins, names, places }: DesignTerm,
  { rows, hasLow, sample }: StreamedSample,
  { x, xLow, start, count, math }: PartBuffers & Range,
): void {
  const bytesOf = (base: number, place: number) => arena.bytes(base + 8 * count * place, 8 * count);
  const clearLow = (place: number) => void (hasLow && bytesOf(xLow, place).fill(0));
  const kept = places.filter((place) => place >= 0);
  if (term === undefined || !hasDummies(term)) {
    for (const place of kept) {
      const plain = term && rows.plain.get(termKey(term))!;
      if (plain === undefined)
        arena.setFloats(x + 8 * count * place, new Float64Array(count).fill(1));
      else plain.values.readInto(bytesOf(x, place), start);
      if (plain?.low === undefined) clearLow(place);
      else plain.low.readInto(bytesOf(xLow, place), start);
    }
    return;
  }
  if (term.kind === 'dummies') {
    for (const place of kept) {
      bytesOf(x, place).fill(0);
      clearLow(place);
    }
    const levels = rows.levelsOf(term.of.name, start, count);
    const reference = term.ref ?? levels.names[0]!;
    const hasAll = names.length === levels.names.length;
    const skipped = hasAll ? -1 : Math.max(0, levels.names.indexOf(reference));
    const whole = arena.bytes(x, 8 * count * sample.names.length);
    writeDummies(whole, levels.codes, placesOfLevels(places, skipped));
    return;
  }
  const columns = evaluateTerm(term, rows.frame(start, count, math), margins);
  columns.forEach(({ values, low }, j) => {
    const place = places[j]!;
    if (place < 0) return;
    arena.setFloats(x + 8 * count * place, values);
    if (low === undefined) clearLow(place);
    else arena.setFloats(xLow + 8 * count * place, low);
  });
}

/** The column position of each level; level `skipped` has none. */
function placesOfLevels(places: readonly number[], skipped: number): Int32Array {
  if (skipped < 0) return Int32Array.from(places);
  return Int32Array.from([...places.slice(0, skipped), -1, ...places.slice(skipped)]);
}

/** Writes the ones of the dummies into the columns of the design (count rows each), which are zero before. */
function writeDummies(bytes: Uint8Array, codes: Int32Array, placeOf: Int32Array): void {
  const columns = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  const count = codes.length;
  for (let row = 0; row < count; row++) {
    const place = placeOf[codes[row]!]!;
    if (place >= 0) columns[row + count * place] = 1;
  }
}
