/** A file of a job folder that a person or a scheduler runs. */
export interface Script {
  readonly name: string;
  readonly text: string;
  /** The command that starts the work with it, in the folder. */
  readonly start?: string;
}
