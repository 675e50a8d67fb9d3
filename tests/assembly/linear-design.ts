/** Linear designs in the memory of the test build, and their covariances read back. */
import { linearDesign, linearFit, linearOptions } from '../../bindings/generated/records.js';
import { loadKernels } from './load.js';

export interface Design {
  readonly y: readonly number[];
  /** Columns. */
  readonly x: readonly (readonly number[])[];
  readonly weights?: { readonly type: number; readonly values: readonly number[] };
  /** Any labels, one array for each dimension. */
  readonly clusters?: readonly (readonly number[])[];
  readonly unit?: readonly number[] | undefined;
  readonly time?: readonly number[] | undefined;
}

export interface Options {
  readonly kind: string;
  readonly small?: boolean;
  readonly kernel?: number;
  readonly bandwidth?: number;
  readonly dfAbsorbed?: number;
  readonly dfNested?: number;
  /** Whether the model brings its leverages, or the covariance finds them. */
  readonly withLeverages?: boolean;
}

export interface Result {
  readonly status: number;
  readonly detail: number;
  /** k x k. */
  readonly vcov: readonly number[];
  readonly factor: number;
  readonly bandwidth: number;
  readonly indefinite: number;
  readonly saturated: number;
}

/** The numbers of LinearOptions.covariance. */
export const kinds = [
  'unadjusted',
  'HC0',
  'HC1',
  'HC2',
  'HC3',
  'HC4',
  'CV1',
  'CV2',
  'CV3',
  'HAC',
  'Driscoll-Kraay',
];

interface Layout {
  readonly size: number;
  readonly read: (from: DataView, address: number) => Readonly<Record<string, number>>;
  readonly write: (
    to: DataView,
    address: number,
    size: number,
    values: Readonly<Record<string, number | undefined>>,
  ) => void;
}
const { kernels: core, put: doubles, putInts: integers, get, getInts } = loadKernels();

export { core, doubles, get, getInts, integers };

/** Writes a record; fields not named are 0. */
export function record({ size, write }: Layout, values: Readonly<Record<string, number>>): number {
  const address = core.alloc(size);
  write(new DataView(core.memory.buffer), address, size, values);
  return address;
}

/** The fields of a record. */
export function read(layout: Layout, address: number): Readonly<Record<string, number>> {
  return layout.read(new DataView(core.memory.buffer), address);
}

/** Numbers 0 .. G-1 for labels in ascending order. */
function code(labels: readonly number[]): { ids: number[]; count: number } {
  const distinct = [...new Set(labels)].sort((a, b) => a - b);
  const places = new Map(distinct.map((label, i) => [label, i]));
  return { ids: labels.map((label) => places.get(label)!), count: distinct.length };
}

function calendar(time: readonly number[]): { ids: number[]; count: number } {
  const first = Math.min(...time);
  return { ids: time.map((t) => t - first), count: Math.max(...time) - first + 1 };
}

/** Address of a `LinearDesign`. */
export function writeDesign(design: Design): number {
  const clusters = (design.clusters ?? []).map(code);
  const unit = design.unit && code(design.unit);
  const period = design.time && calendar(design.time);
  return record(linearDesign, {
    nrows: design.y.length,
    nregressors: design.x.length,
    weightType: design.weights?.type ?? 0,
    nclusterings: clusters.length,
    x: doubles(design.x.flat()),
    y: doubles(design.y),
    weights: design.weights ? doubles(design.weights.values) : 0,
    clusters: integers(clusters.flatMap(({ ids }) => ids)),
    clusterCounts: integers(clusters.map(({ count }) => count)),
    unit: unit ? integers(unit.ids) : 0,
    period: period ? integers(period.ids) : 0,
    nunits: unit ? unit.count : 0,
    nperiods: period ? period.count : 0,
  });
}

/** Address of `LinearOptions`. */
export function writeOptions(options: Options): number {
  return record(linearOptions, {
    covariance: kinds.indexOf(options.kind),
    kernel: options.kernel ?? 0,
    small: options.small === false ? 0 : 1,
    bandwidth: options.bandwidth ?? 0,
    dfAbsorbed: options.dfAbsorbed ?? 0,
    dfNested: options.dfNested ?? 0,
  });
}

/** Fits the design by least squares and returns the covariance matrix of `options`. */
export function covarianceOf(design: Design, options: Options): Result {
  const start = core.mark();
  const k = design.x.length;
  const at = writeDesign(design);
  const model = core.solved(at, options.withLeverages ? 1 : 0);
  const vcov = core.alloc(8 * k * k);
  const fit = record(linearFit, { vcov });
  const asked = writeOptions(options);
  const top = core.mark();
  const status = core.covariance(model, at, asked, fit);
  if (status === 0 && core.mark() !== top) throw new Error('covariance kept arena memory');
  const { detail, factor, bandwidth, indefinite, saturated } = read(linearFit, fit);
  const values = Array.from(get(vcov, k * k));
  core.release(start);
  return {
    status,
    detail: detail!,
    vcov: values,
    factor: factor!,
    bandwidth: bandwidth!,
    indefinite: indefinite!,
    saturated: saturated!,
  };
}

/** Largest difference of two k x k matrices in units of the second one's standard errors. */
export function distance(found: readonly number[], expected: readonly number[]): number {
  const k = Math.sqrt(expected.length);
  const scale = (i: number) => Math.sqrt(Math.abs(expected[i * k + i]!));
  let worst = 0;
  for (let i = 0; i < k; ++i) {
    for (let j = 0; j < k; ++j) {
      const gap = Math.abs(found[i * k + j]! - expected[i * k + j]!) / (scale(i) * scale(j));
      worst = gap <= worst ? worst : gap;
    }
  }
  return worst;
}
