/**
 * The meaning of each status number. Numbers are stable and never reused; the bindings turn them into typed errors
 * (`bindings/core/engine/status.ts`, compared with this enum by a test).
 */
export enum Status {
  Ok = 0,

  // 1-9: the engine itself
  OutOfMemory = 1,
  BadRecord = 2,

  // 10-19: the input
  EmptySample = 10,
  NonFiniteInput = 11,
  ShapeMismatch = 12,
  BadOption = 13,
  TooManyLags = 14,

  // 20-29: identification
  RankDeficient = 20,
  UnderIdentified = 21,
  TooFewClusters = 22,
  NoDegreesOfFreedom = 23,

  // 30-39: numerics
  NotPositiveDefinite = 30,
  SingularWeighting = 31,
  Overflow = 32,
  ExtremeColumn = 33,

  // 40-49: iteration
  NotConverged = 40,
  TooManyFailedDraws = 41,
}
