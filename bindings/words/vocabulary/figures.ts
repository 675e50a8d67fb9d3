/** The words of figures; numbers arrive as text. */
export interface FigureWords {
  readonly comma: string;
  readonly model: string;
  readonly coefficient: string;
  readonly estimate: string;
  readonly low: (level: string) => string;
  readonly high: (level: string) => string;
  readonly interval: (level: string) => string;
  readonly intervals: (levels: readonly string[]) => string;
  readonly band: (level: string) => string;
  readonly bandNote: (draws: string) => string;
  /** The label of the band if it is drawn with dashed lines. */
  readonly dashedBand: (level: string, draws: string) => string;
  readonly more: (count: string) => string;
  readonly coefficients: {
    readonly title: (depvar: string) => string;
    readonly of: (name: string, depvar: string) => string;
  };
  readonly event: {
    readonly title: (depvar: string) => string;
    readonly axis: (column: string) => string;
    readonly reference: string;
  };
  readonly bootstrap: {
    readonly title: (name: string, depvar: string) => string;
    readonly subtitle: (reps: string, seed: string, failed: string) => string;
    readonly density: string;
    readonly replicates: string;
    readonly analytic: (kind: 't' | 'z') => string;
    readonly from: string;
    readonly to: string;
    readonly outside: (count: string) => string;
    readonly methods: Readonly<Record<string, string>>;
    readonly analyticInterval: string;
  };
  readonly confidence: {
    readonly title: (name: string, depvar: string) => string;
    readonly value: (name: string) => string;
    readonly pValue: string;
  };
  readonly power: {
    readonly title: (name: string, depvar: string) => string;
    readonly subtitle: (size: string, error: string) => string;
    readonly effect: (name: string) => string;
    readonly power: string;
    readonly detectable: (share: string, effect: string) => string;
    readonly note: string;
  };
  readonly residuals: {
    readonly title: (depvar: string) => string;
    readonly fitted: string;
    readonly residual: string;
    readonly means: (bins: string) => string;
    readonly rows: (count: string) => string;
    readonly row: string;
    readonly cells: string;
  };
  readonly leverage: {
    readonly title: (depvar: string) => string;
    readonly leverage: string;
    readonly residual: string;
    readonly cook: string;
    readonly named: (count: string) => string;
    readonly high: (bound: string) => string;
    readonly row: (number: string) => string;
  };
  readonly influence: {
    readonly title: (name: string, unit: string) => string;
    readonly row: string;
    readonly change: (name: string) => string;
    readonly subtitle: (shown: string, all: string, bound: string) => string;
    readonly failed: (count: string) => string;
  };
  readonly heatmap: {
    readonly presence: (unit: string, time: string) => string;
    readonly values: (of: string, unit: string, time: string) => string;
    readonly sizes: (units: string, periods: string) => string;
    readonly share: string;
    readonly none: string;
    readonly range: (low: string, high: string) => string;
    readonly bands: (units: string) => string;
  };
  readonly correlation: {
    readonly title: (method: string) => string;
    readonly methods: Readonly<Record<string, string>>;
    readonly correlation: string;
    readonly rows: (low: string, high: string) => string;
    readonly first: string;
    readonly second: string;
    readonly pairs: string;
  };
  readonly instruments: {
    readonly title: (depvar: string) => string;
    readonly rank: string;
    readonly pValue: string;
    readonly full: string;
    readonly collapsed: string;
    readonly asWritten: string;
    readonly units: (count: string) => string;
    readonly stat: string;
    readonly lags: string;
    readonly failed: (count: string) => string;
  };
  readonly scree: {
    readonly title: string;
    readonly subtitle: (kept: string, all: string, share: string) => string;
    readonly component: string;
    readonly eigenvalue: string;
    readonly parallel: string;
    readonly bound: (value: string) => string;
    readonly share: string;
    readonly cumulative: string;
    readonly rows: (count: string) => string;
  };
  readonly weights: {
    readonly title: (method: string) => string;
    readonly loadings: string;
    readonly indicator: string;
    readonly weight: string;
    readonly loading: string;
    readonly more: (count: string) => string;
  };
  readonly scores: {
    readonly title: (method: string) => string;
    readonly ranges: (variants: string) => string;
    readonly row: string;
    readonly rank: string;
    readonly others: string;
    readonly score: string;
    readonly lowest: string;
    readonly highest: string;
  };
  readonly curve: {
    readonly title: (name: string, depvar: string) => string;
    readonly subtitle: (count: string, admissible: string) => string;
    readonly admissible: string;
    readonly refused: string;
    readonly asWritten: string;
    readonly nobs: string;
    readonly specification: string;
    readonly yes: string;
    readonly no: string;
    readonly drawing: CurveDrawingWords;
  };
  readonly margins: {
    readonly title: (of: string, over: string, depvar: string) => string;
    readonly effect: (of: string) => string;
    readonly rows: (over: string, count: string) => string;
    readonly count: string;
    readonly brackets: string;
  };
}

/** The words of the specification curve that is drawn without Vega-Lite. */
export interface CurveDrawingWords {
  readonly comma: string;
  readonly name: (coefficient: string) => string;
  /** The outcome is left out if it varies. */
  readonly title: (coefficient: string, depvar: string | undefined, estimates: number) => string;
  readonly failed: (count: string) => string;
  readonly withoutInterval: (count: string) => string;
  readonly admissible: (count: string) => string;
  /** The share of estimates below 0 (sign -1) or above. */
  readonly beyond: (share: string, sign: number, level: string) => string;
  readonly significant: string;
  readonly notSignificant: string;
  readonly lines: (level: string, method: string | undefined) => string;
  readonly cut: (count: string) => string;
  readonly bootstrap: (reps: string, seed: number) => string;
  /** The name of a choice, such as `control IL`. */
  readonly choice: (name: string) => string;
  readonly more: (count: string) => string;
  readonly rows: string;
  readonly firstStageF: string;
  readonly overidentification: string;
  readonly hansen: string;
  readonly ar2: string;
  readonly levels: string;
  readonly instrumentsPerUnit: string;
}
