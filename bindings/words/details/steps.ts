/** What warnings say about the steps that build columns. */

/** What makes a value undefined although its inputs are there. */
export type Undefined = 'log' | 'root' | 'division' | 'power' | 'range';

export interface StepWarnings {
  'undefined-cells': {
    readonly column: string;
    readonly cells: number;
    readonly cause: Undefined;
    readonly row: number;
  };
  'appended-columns': {
    readonly file: string;
    /** Columns of the data that the file lacks. */
    readonly absentInFile: readonly string[];
    /** Columns of the file that the data lack. */
    readonly absentInData: readonly string[];
  };
  'unmatched-rows': {
    readonly file: string;
    readonly unmatched: number;
    readonly rows: number;
    readonly columns: readonly string[];
    readonly keys: readonly string[];
    /** A key without a match, and one of the file that differs in zeros, blanks or capitals. */
    readonly alike?: readonly [here: string, there: string];
  };
  'different-labels': {
    readonly file: string;
    readonly column: string;
    readonly code: string;
    readonly here: string;
    readonly there: string;
  };
  'reshape-leading-zeros': {
    readonly path: string;
    readonly key: string;
    readonly column: string;
    readonly number: number;
  };
  'reshape-other-columns': {
    readonly path: string;
    readonly key: string;
    readonly columns: readonly string[];
  };
}
