/** Calls of the functions that read, write and describe data. */
import { readFileSync } from 'node:fs';
import * as library from '../../library.js';

/** A call with arguments that are right. */
export interface Call {
  readonly name: keyof typeof library;
  readonly args: readonly unknown[];
}

const text = 'id,t,x,z\na,1,1.5,2\na,2,2.5,1\nb,1,NA,3\n';
const bytes = new TextEncoder().encode(text);
const printed = '| | (1) |\n|---|---|\n| x | 0.500 |\n| | (0.100) |\n| N | 120 |';
const pdf = readFileSync(new URL('../../golden/pdf/word.pdf', import.meta.url));
const paperTable = {
  kind: 'table',
  head: [['', '(1)']],
  spans: [],
  notes: [],
  stars: {},
  body: [{ label: 'x', kind: 'estimate', cells: [{ text: '0.5', value: 0.5, column: 1 }] }],
};
const keys = { unit: 'id', time: 't' } as const;

const emptyStudy = {
  kind: 'study',
  tables: {},
  models: {},
  places: [],
  comparisons: {},
  indices: {},
  claims: [],
  splits: [],
  figures: {},
  warnings: [],
  failed: [],
};

export async function dataCalls(): Promise<readonly Call[]> {
  const table = library.parseCsv(text);
  const report = await library.panelReport(table, keys);
  return [
    { name: 'parseCsv', args: [text, { name: 'a.csv', missing: ['9'], types: { x: 'number' } }] },
    { name: 'readTable', args: [bytes, { name: 'a.csv', columns: ['x', 't'], decimal: '.' }] },
    { name: 'readSql', args: ['select 1 as x', { name: 'a query', folder: '.' }] },
    { name: 'decodeText', args: [bytes, { name: 'a.csv', encoding: 'utf-8' }] },
    { name: 'keysOfNumber', args: ['1,234.5'] },
    { name: 'toTable', args: [{ id: ['a', 'b'], x: [1.5, null] }] },
    { name: 'convertTable', args: [table, 'csv'] },
    { name: 'convertTable', args: [table, 'dta'] },
    { name: 'describeData', args: [table, { columns: ['x'], by: 'id', ...keys }] },
    {
      name: 'correlate',
      args: [table, { columns: ['x', 'z'], listwise: true, method: 'spearman' }],
    },
    { name: 'panelReport', args: [table, { ...keys, categories: ['x'] }] },
    { name: 'presenceSvg', args: [report] },
    {
      name: 'externalFits',
      args: [{ term: ['x', 'z'], estimate: [0.5, 1], 'std.error': [0.1, 0.2], nobs: [120, 120] }],
    },
    { name: 'heatmapFigure', args: [table, { ...keys, of: 'x' }] },
    { name: 'prepareData', args: [table, { build: { y: 'x + z' } }, {}] },
    { name: 'builtWords', args: [{ columns: [] }] },
    {
      name: 'descriptiveTable',
      args: [await library.describeData(table), { stats: ['n', 'mean'] }],
    },
    {
      name: 'balanceTable',
      args: [await library.describeData(table, { columns: ['x'], by: 'id' }), { keep: ['x'] }],
    },
    {
      name: 'starterStudy',
      args: [{ a: [1, 2, 4, 7, 9, 3, 8, 5, 6], b: [3, 1, 4, 1, 5, 9, 2, 6, 8] }, { data: 'a.csv' }],
    },
    { name: 'studyHtml', args: [emptyStudy, { language: 'en', file: 'paper.yaml' }] },
    { name: 'importScript', args: ['regress x z\n', { from: 'stata' }] },
    { name: 'importStudy', args: ['regress x z\nesttab\n', { from: 'stata' }] },
    { name: 'readPrintedTables', args: [printed, 'a table'] },
    { name: 'readPrintedPdf', args: [pdf, 'a.pdf'] },
    { name: 'auditTable', args: [library.readPrintedTables(printed), {}] },
    { name: 'comparePrinted', args: [library.readPrintedTables(printed), { T1: paperTable }] },
    { name: 'printedTablesOf', args: [{ T1: paperTable }] },
    { name: 'tableWarningTexts', args: [paperTable, 'T1'] },
    { name: 'tableWarnings', args: [table, { formula: 'x ~ z' }] },
  ];
}

/** Functions that take neither data nor options. */
export const withoutInput: readonly string[] = [
  'compileCore',
  'covarianceDetail',
  'covarianceHelp',
  'covarianceTexts',
  'estimatorNames',
  'estimatorTraits',
  'multiverseChoices',
  'ready',
  'visible',
  'visibleLine',
  'visibleMessage',
];
