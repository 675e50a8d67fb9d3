/** The list of the page's files that the build writes. */
export interface FileList {
  /** The beginning of the hash of all names and contents. */
  readonly version: string;
  /** Paths from the folder above the page. */
  readonly files: readonly string[];
}
