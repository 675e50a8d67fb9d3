/** A part of a formula that another program reads, but that has no counterpart here. */
export class NoMeaning extends Error {
  /** `part` as the user wrote it; the message ends with what to write instead. */
  constructor(
    readonly part: string,
    problem: string,
  ) {
    super(problem);
  }
}

/** What to do about arithmetic that a formula cannot hold. */
export const computeFirst = 'compute it as a column of the data and write the name of that column';
