/** Tables of weights, components and tolerances, and letters as marks: right ones pass, wrong ones do not. */
import { expect, it } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';

function markdown(rows: readonly (readonly string[])[], note = ''): string {
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${rows[0]!.map(() => '---').join('|')}|`, ...body, '', note].join('\n');
}

const entropy = (redundancy: string, weight: string) =>
  markdown([
    ['', 'Direction', 'Entropy', 'Redundancy', 'Weight'],
    ['Gov', '+', '0.983', redundancy, '0.122'],
    ['IL', '+', '0.975', '0.025', '0.175'],
    ['UR', '+', '0.985', '0.015', '0.108'],
    ['Open', '+', '0.916', '0.084', weight],
  ]);

const components = (share: string, cumulative: string) =>
  markdown([
    ['Component', 'Eigenvalue', 'Proportion', 'Cumulative'],
    ['1', '1.258', '0.314', '0.314'],
    ['2', '1.093', share, cumulative],
    ['3', '0.900', '0.225', '0.812'],
    ['4', '0.749', '0.187', '1.000'],
  ]);

const vif = (one: string) =>
  markdown([
    ['Variable', 'VIF', '1/VIF'],
    ['a', '1.25', one],
    ['b', '2.00', '0.500'],
    ['Mean VIF', '1.63', ''],
  ]);

const marked = (mark: string, note: string) =>
  markdown(
    [
      ['', '(1)'],
      ['z', '0.9000a'],
      ['', '(0.1000)'],
      ['x', `0.1600${mark}`],
      ['', '(0.1234)'],
      ['N', '500'],
    ],
    `Classical standard errors in parentheses. ${note}.`,
  );

const legend = 'a, b, c: significant at 1%, 5%, 10%';
const few = markdown(
  [
    ['', '(1)'],
    ['z', '0.9000***'],
    ['', '(0.1000)'],
    ['x', '0.2838'],
    ['', '(0.1234)'],
    ['N', '20'],
  ],
  'Classical standard errors in parentheses. *** p<0.01, ** p<0.05, * p<0.1.',
);

it.each([
  ['entropy', entropy('0.017', '0.595'), []],
  ['redundancy', entropy('0.027', '0.595'), ['impossible redundancy']],
  ['weights', entropy('0.017', '0.695'), ['doubtful entropy-weights']],
  ['components', components('0.273', '0.587'), []],
  [
    'cumulative share',
    components('0.273', '0.557'),
    ['impossible cumulative-share', 'doubtful cumulative-share'],
  ],
  [
    'share',
    components('0.300', '0.614'),
    ['impossible cumulative-share', 'impossible eigenvalue-share'],
  ],
  ['tolerance', vif('0.800'), []],
  ['tolerance', vif('0.700'), ['impossible tolerance']],
  [
    'VIF alone',
    markdown([
      ['Variable', 'VIF'],
      ['a', '0.80'],
    ]),
    ['impossible vif'],
  ],
  ['letters', marked('', legend), []],
  ['letters', marked('a', legend), ['impossible stars']],
  ['raised letters', marked('ᵃ', 'ᵃ p < 0.01; ᵇ p < 0.05; ᶜ p < 0.10'), ['impossible stars']],
  [
    'letters in Chinese',
    marked('b', 'a、b、c分别表示在1%、5%、10%的水平上显著'),
    ['impossible stars'],
  ],
  ['footnotes', marked('b', 'a Includes a significant control. b Weighted at the 1% level'), []],
  ['no star at t = 2.3 of 20 rows', few, ['doubtful stars']],
])('%s', async (_, text, found) => {
  const { findings, checked } = await auditTable(readPrintedTables(text, 'T'));
  expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(found);
  expect(checked).toBeGreaterThan(0);
});
