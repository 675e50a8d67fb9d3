/** What warnings say about names in formulas and about periods. */

export interface FormulaWarnings {
  /** A word that is read as a column, or a term that is computed although a column has its name. */
  'operator-like-name':
    | { readonly name: string; readonly operator: string }
    | { readonly name: string; readonly from: readonly string[] };
  'overlapping-samples': {
    /** Pairs of named samples, and how many rows they share. */
    readonly overlaps: readonly {
      /** The names of the two samples. */
      readonly samples: readonly [string, string];
      readonly rows: number;
    }[];
  };
  'period-numbers': {
    readonly column: string;
    readonly unit: 'months' | 'weeks' | 'half-years' | 'quarters' | 'days';
    /** The last period of a year and the first of the next. */
    readonly before: number;
    readonly after: number;
    /** The type that reads such numbers as dates. */
    readonly type: string;
  };
}
