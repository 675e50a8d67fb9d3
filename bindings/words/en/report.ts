import { plural } from '../text/counts.js';
import type { EstimatorName, Verdict } from '../vocabulary/claims.js';
import type { Warning } from '../warning.js';

const verdicts: Readonly<Record<Verdict, string>> = {
  supported: 'Supported',
  'not supported': 'Not supported',
  mixed: 'Mixed',
  'not testable': 'Not testable',
};

/** The words of a report, with numbers as text. */
export const report = {
  untitled: 'Study',
  skip: 'Skip to the verdicts',
  contents: 'Contents',
  claims: 'Claims and verdicts',
  tables: 'Tables',
  figures: 'Figures',
  indices: 'Composite indices',
  splits: 'Splits',
  models: 'Models',
  warnings: 'Warnings',
  warned: ({ message }: Warning) => message,
  failed: 'Not made',
  /** `T6 failed: …`, a table or figure that could not be made. */
  partFailed: (id: string, sentence: string) => `${id} failed: ${sentence}`,
  failedLead: 'These parts of the study could not be made. The other parts do not depend on them.',
  errorCode: 'Code of the error',
  sources: 'Data and software',
  verdicts,
  /** `3 claims: 1 supported, 2 not supported.` */
  tally: (all: number, counts: readonly (readonly [Verdict, number])[]) => {
    const parts = counts.map(([verdict, n]) => `${n} ${verdicts[verdict].toLowerCase()}`);
    return `${plural(all, 'claim')}: ${parts.join(', ')}.`;
  },
  estimate: 'Estimate',
  statistic: 'Statistic',
  pValue: 'p',
  test: 'Test',
  reason: 'Reason',
  verdict: 'Verdict',
  judged: 'Checked as',
  changes: 'What would change the verdict',
  parts: 'By column',
  part: 'Part',
  column: (columns: string) => `column ${columns}`,
  difference: 'Differences between the groups',
  figureData: 'Numbers of the figure',
  notDrawn: 'The figure was not drawn; its numbers are below.',
  scree: 'Scree plot',
  screeAxis: ['Component', 'Eigenvalue'] as readonly [component: string, eigenvalue: string],
  modelsLead:
    'Every number in the tables opens the model that it comes from. The models are listed here.',
  model: 'Model',
  estimator: 'Estimator',
  depvar: 'Dependent variable',
  observations: 'Observations',
  place: 'Place',
  close: 'Close',
  command: 'Command',
  modelFile: 'Model file',
  hash: 'SHA-256 of the result',
  split: ['Column', 'Cut of', 'At', 'Cuts', 'Rows in each part'] as readonly [
    string,
    string,
    string,
    string,
    string,
  ],
  switching: 'Units in several parts',
  levels: { row: 'by row', unit: 'by unit', year: 'by year' },
  data: 'Data',
  rows: (rows: string) => `${rows} rows`,
  panel: (units: string, first: string, last: string) => `${units} units, ${first} to ${last}`,
  bootstraps: 'Bootstrap',
  replicates: (reps: string, scheme: string, seed: string) =>
    `${reps} replicates, scheme ${scheme}, seed ${seed}`,
  software: 'Software',
  fingerprint: 'SHA-256 of the core',
  rerun: 'Run again',
  sort: 'Sort by',
  /** The estimator of a model, from the title of its result in English and its name. */
  title: ((title) => title) as (title: string, name: EstimatorName) => string,
  /** Where a split cuts a column: `mean`, `median`, `terciles`, or numbers. */
  cutAt: (place: string) => place,
  openModel: (id: string) => `Model ${id}`,
  comma: ', ',
  colon: ': ',
};

export type ReportWords = typeof report;
