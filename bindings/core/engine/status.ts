/** Mirrors `enum Status` of `assembly/status.ts`; a test compares the two. */
export const Status = {
  Ok: 0,
  OutOfMemory: 1,
  BadRecord: 2,
  Trap: 9,
  EmptySample: 10,
  NonFiniteInput: 11,
  ShapeMismatch: 12,
  BadOption: 13,
  TooManyLags: 14,
  RankDeficient: 20,
  UnderIdentified: 21,
  TooFewClusters: 22,
  NoDegreesOfFreedom: 23,
  NotPositiveDefinite: 30,
  SingularWeighting: 31,
  Overflow: 32,
  ExtremeColumn: 33,
  NotConverged: 40,
  TooManyFailedDraws: 41,
} as const;

export type StatusName = keyof typeof Status;

/** The name of a status number; an unknown number, which only a foreign build can return, counts as a trap. */
export function statusName(status: number): StatusName {
  const entry = Object.entries(Status).find(([, number]) => number === status);
  return (entry?.[0] ?? 'Trap') as StatusName;
}
