/** A part of a formula of another program that has no counterpart here. */
export class NoMeaning extends Error {
  /** `part` as the user wrote it; the message says what to write instead. */
  constructor(
    readonly part: string,
    problem: string,
  ) {
    super(problem);
  }
}

/** Advice for arithmetic that a formula cannot contain. */
export const computeFirst = 'compute it as a column of the data and write the name of that column';
