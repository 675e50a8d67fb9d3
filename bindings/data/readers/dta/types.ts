/** How Stata stores a variable. */
export type DtaStorage = 'byte' | 'int' | 'long' | 'float' | 'double' | `str${number}` | 'strL';

/** A variable of numbers: `values` is NaN where missing. */
export interface DtaNumbers {
  readonly kind: 'number';
  readonly values: Float64Array;
  /** Kind of missing value of each row: 0 if present, 1 for `.`, 2 to 27 for `.a` to `.z`. Absent if none is missing. */
  readonly missing?: Uint8Array;
}

/** A variable of text. A strL may hold bytes that are no text. */
export interface DtaTexts {
  readonly kind: 'text';
  readonly values: readonly (string | Uint8Array)[];
}

/** What a file says of a variable beside its values. */
export interface DtaDescription {
  readonly name: string;
  readonly storage: DtaStorage;
  /** Display format, such as `%9.0g` or `%td`. */
  readonly format: string;
  /** '' if the variable has none. */
  readonly label: string;
  /** Name of its set of value labels, '' if it has none. */
  readonly valueLabelName: string;
}

export type DtaVariable = DtaDescription & (DtaNumbers | DtaTexts);

/** Value labels by set, then by value: `'1'`, `'-5'`, or a missing value such as `'.a'`. */
export type DtaValueLabels = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A Stata data file. */
export interface DtaFile {
  readonly release: number;
  readonly byteOrder: 'little' | 'big';
  /** Label of the data, '' if there is none. */
  readonly label: string;
  readonly timestamp: string;
  readonly nrows: number;
  /** Names of the variables that the rows are sorted by. */
  readonly sortedBy: readonly string[];
  /** Names of all variables. */
  readonly names: readonly string[];
  /** The variables that are read. */
  readonly variables: readonly DtaVariable[];
  readonly valueLabels: DtaValueLabels;
  /** The encoding that its text was read in. */
  readonly encoding: string;
  /**
   * True if the encoding is not UTF-8 but all non-ASCII text is valid UTF-8: some programs write UTF-8 into old
   * releases.
   */
  readonly isDoubtful: boolean;
}

/** A file whose bytes are asked for part by part. */
export interface DtaSource {
  /** Bytes of the file. */
  readonly size: number;
  /** Fills `part` with the bytes from `byteOffset` on. */
  read(part: Uint8Array, byteOffset: number): Promise<void>;
}

export interface DtaReadOptions {
  /** Encoding of text, by its WHATWG label. Default: UTF-8 from release 118 on, Windows-1252 before. */
  readonly encoding?: string;
  /** Names of the variables to read, or a function that chooses them. They keep the order of the file. Default: all. */
  readonly variables?: readonly string[] | ((name: string) => boolean);
  /** Called with the rows that are read and their number in the file. */
  readonly onRows?: (rows: number, nrows: number) => void;
}

/** `.`, `.a` to `.z` by their number: 1 to 27. */
export function missingName(kind: number): string {
  return kind === 1 ? '.' : `.${String.fromCharCode(95 + kind)}`;
}
