/**
 * Checks the competitors before anything is timed: the plain JavaScript builder reproduces published
 * estimates, ml-matrix gives the same replicates from rows, and the generated panels have the sizes
 * they claim. Run with `npx tsx bench/peers/check.ts`.
 */
import { readFileSync } from 'node:fs';
import { generatePanel, sizes } from '../generate.js';
import { employment, readColumns, type Columns, type Spec } from '../spec.js';
import { bootstrapRows, toUnitRows } from './ml-matrix.js';
import { buildBlocks } from './plain-js/blocks.js';
import { bootstrapBlocks } from './plain-js/bootstrap.js';
import { buildDesign } from './plain-js/design.js';
import { simple, unrolled } from './plain-js/loops.js';
import { createWorkspace, twoStep } from './plain-js/two-step.js';

interface Published {
  readonly source: string;
  readonly spec: Spec;
  readonly instruments: number;
  readonly coefficients: readonly number[];
  readonly hansen: number;
}

/** Results of gretl 2025a (`dpanel ... --system --two-step`) on examples/abdata.csv. */
const published: Published[] = [
  {
    source: 'employment equation',
    spec: employment,
    instruments: 51,
    coefficients: [
      0.9453809990634658, -0.08600693892602747, -0.4477795495725939, 0.12358077797303953,
      1.5630848662313113,
    ],
    hansen: 96.44208285036542,
  },
  {
    source: 'collapsed instruments',
    spec: {
      ...employment,
      regressors: [
        { variable: 'n', lag: 1 },
        { variable: 'w', lag: 0 },
        { variable: 'k', lag: 0 },
      ],
      gmm: ['n', 'w', 'k'].map((variable) => ({ variable, from: 2, to: 4, collapse: true })),
      iv: [],
    },
    instruments: 13,
    coefficients: [0.8476815623086337, -0.6035145632965105, 0.16572301829058778, 2.080820413339843],
    hansen: 17.162360323407793,
  },
];

function largestError(values: ArrayLike<number>, expected: ArrayLike<number>): number {
  return Array.from(expected).reduce(
    (worst, value, i) => Math.max(worst, Math.abs(values[i]! / value - 1)),
    0,
  );
}

function verify(claim: string, error: number, limit: number): void {
  if (!(error <= limit)) throw new Error(`${claim}: expected at most ${limit}, found ${error}`);
  console.log(`ok  ${claim}: ${error.toExponential(1)}`);
}

function checkPublished(columns: Columns, { source, spec, ...expected }: Published): void {
  const blocks = buildBlocks(buildDesign(columns, spec));
  const work = createWorkspace(blocks);
  const j = twoStep(blocks, new Float64Array(blocks.n).fill(1), work, unrolled);
  verify(`${source}, instruments`, Math.abs(blocks.l - expected.instruments), 0);
  verify(`${source}, coefficients`, largestError(work.beta2, expected.coefficients), 1e-9);
  verify(`${source}, Hansen`, largestError([j], [expected.hansen]), 1e-9);
}

function checkReplicates(name: string, columns: Columns, spec: Spec): void {
  const design = buildDesign(columns, spec);
  const fromRows = bootstrapRows(toUnitRows(design), 4, 1);
  for (const loops of [simple, unrolled]) {
    const fromBlocks = bootstrapBlocks(buildBlocks(design), 4, 1, loops);
    const worst = largestError(fromBlocks.beta, fromRows.beta);
    verify(`${name}, coefficients from blocks and rows`, worst, 1e-8);
    verify(`${name}, J from blocks and rows`, largestError(fromBlocks.j, fromRows.j), 1e-8);
  }
}

const columns = readColumns(
  readFileSync(new URL('../../examples/abdata.csv', import.meta.url), 'utf8'),
);
for (const results of published) checkPublished(columns, results);
checkReplicates('employment equation', columns, employment);
for (const size of Object.values(sizes)) {
  const panel = generatePanel(size, 1);
  const { l } = buildDesign(panel.columns, panel.spec);
  verify(`panel ${size.name}, instruments`, Math.abs(l - size.instruments), 0);
}
const small = generatePanel(sizes['S']!, 1);
checkReplicates('panel S', small.columns, small.spec);
