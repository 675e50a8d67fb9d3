/** What warnings say about tables, figures and studies. */

/** What a printed table has, where nothing in it could be checked. */
export interface Contents {
  readonly coefficients: number;
  /** True if the coefficients have no errors, t, p or intervals. */
  readonly alone: boolean;
  /** Signs around numbers that nothing names. */
  readonly unnamed: readonly string[];
  readonly statistics: number;
}

export interface PaperWarnings {
  'not-checked':
    | ({ readonly table: string; readonly of: 'table' } & Contents)
    | {
        readonly table: string;
        readonly of: 'statistics';
        readonly names: readonly string[];
        readonly near?: string;
      }
    | { readonly table: string; readonly of: 'enclosed'; readonly kind: string }
    | {
        readonly table: string;
        readonly of: 'number';
        readonly column: string;
        readonly row?: string;
        readonly name: string;
        readonly text: string;
      };
  'default-left-out': {
    readonly model: string;
    readonly estimator: string;
    readonly keys: readonly string[];
  };
  'table-too-wide': { readonly columns: number; readonly style: string; readonly most: number };
  'stars-without-legend': { readonly marks: readonly string[] };
  'errors-unnamed': Readonly<Record<string, never>>;
  'samples-differ': {
    readonly columns: readonly [string, string];
    readonly nobs: readonly [number, number];
  };
  'stars-lost-in-bootstrap': { readonly column: string; readonly terms: readonly string[] };
  'tiny-coefficients': { readonly column: string; readonly terms: readonly string[] };
  'external-p': { readonly terms: readonly string[] };
  'external-columns': { readonly columns: readonly string[] };
  'no-interval': { readonly terms: readonly string[]; readonly of: 'models' | 'steps' };
  'no-band': Readonly<Record<string, never>>;
  'leverage-of-one': { readonly rows: number };
  'without-estimate':
    | { readonly of: 'specifications'; readonly failed: number }
    | { readonly of: 'units'; readonly failed: number }
    | { readonly of: 'windows'; readonly failed: number; readonly windows: number };
}

export interface LabelWarnings {
  'unknown-label': {
    readonly name: string;
    /** The near name, or the list of names, in English words. */
    readonly suggestion: string;
  };
}
