/** Buffers of a replicate, allocated once and used for all. */
export interface Workspace {
  /** Units with a positive weight. */
  readonly active: Int32Array;
  readonly sums: Float64Array;
  /** (l + k + 1) x l: the weight matrix, then X'Z and y'Z. */
  readonly matrix: Float64Array;
  /** (k + 1) x k: normal equations of the whitened moments. */
  readonly normal: Float64Array;
  /** Moments of four units. */
  readonly g: Float64Array;
  readonly beta1: Float64Array;
  readonly beta2: Float64Array;
}
