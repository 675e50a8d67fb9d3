import type { Told } from '../../../words/told.js';

/** A part of a formula of another program that has no counterpart here. */
export class NoMeaning extends Error {
  /** `part` as the user wrote it; `told` says what to write instead. */
  constructor(
    readonly part: string,
    readonly told: Told,
  ) {
    super(told.text);
  }
}
