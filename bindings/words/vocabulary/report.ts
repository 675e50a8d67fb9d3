/** The words of a report; numbers arrive as text. */
import type { Warning } from '../warning.js';
import type { EstimatorName, Verdict } from './claims.js';

export interface ReportWords {
  readonly untitled: string;
  readonly skip: string;
  readonly contents: string;
  readonly claims: string;
  readonly tables: string;
  readonly figures: string;
  readonly indices: string;
  readonly splits: string;
  readonly models: string;
  readonly warnings: string;
  readonly warned: (warning: Warning) => string;
  readonly failed: string;
  readonly failedLead: string;
  readonly errorCode: string;
  /** `T6 failed: …`, a table or figure that could not be made. */
  readonly partFailed: (id: string, sentence: string) => string;
  readonly sources: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** `3 claims: 1 supported, 2 not supported.` */
  readonly tally: (all: number, counts: readonly (readonly [Verdict, number])[]) => string;
  readonly estimate: string;
  readonly statistic: string;
  readonly pValue: string;
  readonly test: string;
  readonly reason: string;
  readonly verdict: string;
  readonly judged: string;
  readonly changes: string;
  readonly parts: string;
  readonly part: string;
  readonly column: (columns: string) => string;
  readonly difference: string;
  readonly figureData: string;
  readonly notDrawn: string;
  readonly scree: string;
  readonly screeAxis: readonly [component: string, eigenvalue: string];
  readonly modelsLead: string;
  readonly model: string;
  readonly estimator: string;
  readonly depvar: string;
  readonly observations: string;
  readonly place: string;
  readonly close: string;
  readonly command: string;
  readonly modelFile: string;
  readonly hash: string;
  readonly split: readonly [column: string, of: string, at: string, cuts: string, rows: string];
  readonly switching: string;
  readonly levels: Readonly<Record<'row' | 'unit' | 'year', string>>;
  readonly data: string;
  readonly rows: (rows: string) => string;
  readonly panel: (units: string, first: string, last: string) => string;
  readonly bootstraps: string;
  readonly replicates: (reps: string, scheme: string, seed: string) => string;
  readonly software: string;
  readonly fingerprint: string;
  readonly rerun: string;
  readonly sort: string;
  /** The estimator of a model, from the title of its result in English and its name. */
  readonly title: (title: string, name: EstimatorName) => string;
  /** Where a split cuts a column: `mean`, `median`, `terciles`, or numbers. */
  readonly cutAt: (place: string) => string;
  readonly openModel: (id: string) => string;
  readonly comma: string;
  readonly colon: string;
}
