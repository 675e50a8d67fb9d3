/** A command, and the arguments that its program documents. */

/** A command with a place for one more argument, and all of its documented arguments. */
export interface Documented {
  readonly command: string;
  /** `{}` is where the argument is written. */
  readonly text: string;
  readonly arguments: readonly string[];
  /** What the command ignores on purpose, with reasons. */
  readonly ignored: Readonly<Record<string, string>>;
}
