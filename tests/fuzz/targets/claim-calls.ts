/** Calls of the functions that judge claims and fill texts. */
import * as library from '../../library.js';
import type { FitResult, GroupComparison } from 'wasmetrics';
import type { StudyNumbers } from 'wasmetrics/study';
import type { Call } from './data-calls.js';

const rows = { y: [1, 3, 2, 5, 4, 6], x: [1, 2, 3, 4, 5, 7] };
const written = {
  study: 1,
  tables: { T1: { models: [{ estimator: 'ols', formula: 'y ~ x' }] } },
  claims: { H1: 'T1.1: x > 0' },
};

/** Numbers of a small study, with claims about a coefficient and about a difference. */
export function claimCalls(fit: FitResult, comparison: GroupComparison): readonly Call[] {
  const table = library.regressionTable([fit]);
  const study = {
    models: { 'T1.1': fit },
    places: [{ id: 'T1.1', table: 'T1', columns: [1] }],
    comparisons: { T2: [comparison] },
    tables: { T1: table, T2: library.comparisonTable(comparison) },
    failed: [],
    claims: [],
    splits: [],
  };
  const claims = {
    H1: 'T1: x1 > 0 at 0.01',
    H2: { claim: 'T1.1: z1 = 0 within 0.5', says: 'no effect' },
    H3: 'T2: x1 differs across g',
  };
  const failed = {
    id: 'T1',
    error: { code: 'bad-file', message: 'kept', sentence: 'kept', path: 'T1' },
  };
  const judged = { id: 'H1', verdict: 'supported', claim: claims.H1, reason: 'p is small.' };
  const numbers: StudyNumbers = library.numbersOf(study);
  const text = 'x is {{T1.1.x1:4}}\n0.12<!--T1.1.x1--> and 0.345';
  return [
    { name: 'defineStudy', args: [written] },
    { name: 'runStudy', args: [written, rows, { only: ['T1'], workers: 0 }] },
    { name: 'keptResults', args: [] },
    { name: 'renderTables', args: [{ T1: table }, 'markdown'] },
    { name: 'parseClaim', args: ['T1.1: x1 > 0 by bootstrap at 5%', 'H1'] },
    { name: 'parseClaim', args: ['T2: x1 differs between 0 and 1 of g at 0.1', 'H1'] },
    { name: 'parseClaims', args: [claims] },
    { name: 'judgeClaims', args: [claims, study, { reps: 19, seed: 1, bootstrapped: ['T1'] }] },
    { name: 'claimText', args: [judged, { language: 'zh' }] },
    {
      name: 'warningText',
      args: [
        { code: 'kept', message: 'kept' },
        { language: 'zh', prefix: false },
      ],
    },
    {
      name: 'errorText',
      args: [
        new library.InputError({ id: 'bad-file', detail: {}, text: 'kept' }),
        { language: 'zh' },
      ],
    },
    { name: 'failureText', args: [failed, { language: 'zh', place: 'line 3' }] },
    { name: 'numbersOf', args: [study] },
    {
      name: 'fillTemplate',
      args: ['x is {{T1.1.x1:4}}', numbers, { format: 'latex', anchors: true }],
    },
    { name: 'checkText', args: [text, numbers] },
    { name: 'writeLatexNumbers', args: [numbers] },
    { name: 'writeTypstNumbers', args: [numbers] },
    { name: 'writeJsonNumbers', args: [numbers] },
  ];
}
