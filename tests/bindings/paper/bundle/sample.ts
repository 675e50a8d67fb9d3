/** A small bundle, put together by hand. */
import {
  type BundleFacts,
  bundleFiles,
  type BundleFiles,
  type BundleParts,
  hashedFile,
  type RunRecord,
} from 'wasmetrics/bundle';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const data = bytesOf('id,t,y\n1,1,0.5\n1,2,0.7\n');
const program = bytesOf('console.log(1)\n');

const record: RunRecord = {
  started: '2026-11-28T08:00:00Z',
  ended: '2026-11-28T08:00:05Z',
  seconds: 5,
  peakBytes: 2e8,
  cpu: 'a processor',
  cores: 2,
  memoryBytes: 8e9,
  system: 'Linux 6',
  node: '20.19.0',
};

export const results = {
  kind: 'study',
  tables: {
    T1: {
      kind: 'table',
      head: [['', '(1)']],
      body: [
        { label: 'x', kind: 'estimate', cells: [{ text: '0.500', value: 0.5, column: 1 }] },
        { label: '', kind: 'below', cells: [{ text: '(0.100)', value: 0.1, column: 1 }] },
      ],
    },
  },
  figures: { F1: { description: 'A figure of x. More.', layer: [{ values: [1, 2] }] } },
  models: { 'T1.1': { bootstrap: { seed: 7, reps: 99 } } },
  claims: [
    { id: 'H1', claim: 'T1.1: x > 0', verdict: 'supported', reason: 'It is.', pValue: 0.01 },
  ],
  failed: [],
};

export const numbers = { 'T1.1.x': { text: '0.500', value: 0.5, kind: 'number' } };

export function outputsOf(values: object = results, named: object = numbers): BundleFiles {
  return new Map([
    ['outputs/results.json', bytesOf(JSON.stringify(values))],
    ['outputs/numbers.json', bytesOf(JSON.stringify(named))],
    ['outputs/tables/T1.md', bytesOf('| x | 0.500 |\n')],
    ['outputs/figures/F1.svg', bytesOf('<svg/>\n')],
    ['outputs/report.txt', bytesOf('T1\n')],
  ]);
}

export const facts: BundleFacts = {
  bundle: 1,
  title: 'A paper',
  venue: 'plain',
  study: 'study/paper.yaml',
  engine: {
    name: 'wasmetrics',
    version: '0.1.0',
    files: [hashedFile('engine/wasmetrics.js', program)],
    source: hashedFile('engine/wasmetrics-0.1.0.tgz', program),
  },
  data: [{ ...hashedFile('study/data.csv', data), rows: 2, columns: 3, shipped: 'original' }],
  templates: [],
  items: [
    {
      id: 'T1',
      kind: 'table',
      title: 'Main',
      entry: 'tables.T1',
      files: ['outputs/tables/T1.md'],
    },
    {
      id: 'F1',
      kind: 'figure',
      title: 'A figure of x.',
      entry: 'figures.F1',
      files: ['outputs/figures/F1.svg'],
    },
  ],
  seeds: [{ place: 'model T1.1', seed: 7, reps: 99 }],
  numbers: 1,
};

export const parts: BundleParts = {
  facts,
  record,
  codebook: [],
  printed: 'T1',
  files: new Map([
    ...outputsOf(),
    ['study/paper.yaml', bytesOf('data: data.csv\ntables: {T1: {describe: [y]}}\n')],
    ['study/data.csv', data],
    ['engine/wasmetrics.js', program],
    ['engine/wasmetrics-0.1.0.tgz', program],
  ]),
};

export const sampleBundle = (): BundleFiles => bundleFiles(parts);
