/** Tables in the styles of journals: their stars, notes and marks in every format, as the audit reads them. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { fit, type FitResult } from 'wasmetrics';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { readTable } from 'wasmetrics/data';
import { lintTable, regressionTable, renderTable, type TableSpec } from 'wasmetrics/report';
import { every } from '../../../../every.js';

const csv = new URL('../../../../../examples/abdata.csv', import.meta.url);
const formats = ['text', 'markdown', 'html', 'latex', 'typst', 'quarto', 'csv', 'docx', 'xlsx'];

let fits: FitResult[];
beforeAll(async () => {
  const table = await readTable(readFileSync(csv));
  const models = ['n ~ w', 'n ~ w + k + ys'].map((formula) =>
    fit(table, { estimator: 'ols', formula, vcov: 'HC1' }),
  );
  fits = await Promise.all(models);
});

const p = '* p < 0.1, ** p < 0.05, *** p < 0.01.';
const levels = '***、**、*分别表示在1%、5%、10%的水平上显著。';

/** The beginning of the notes, what stars mean, the row of observations and its first cell. */
const styles: readonly (readonly [TableSpec, start: string, legend: string, n: string])[] = [
  [{ style: 'plain' }, 'Standard', p, 'Observations 1,031'],
  [{ style: 'three-line' }, 'Notes: Standard', p, 'Observations 1031'],
  [{ style: 'aer' }, 'Notes: Standard', '', 'Observations 1,031'],
  [{ style: 'econometrica' }, 'Notes: Standard', '', 'Observations 1,031'],
  [{ style: 'jpe' }, 'Note.—S', '* p < .1. ** p < .05. *** p < .01.', 'Observations 1,031'],
  [
    { style: 'qje' },
    'Notes: Standard',
    '*** Significant at the 1 percent level. ** Significant at the 5 percent level. * Significant at the 10 percent level.',
    'N 1,031',
  ],
  [{ style: 'jpam' }, 'Note: S', '*** p < 0.01; ** p < 0.05; * p < 0.1.', 'N 1,031'],
  [{ style: 'ajps' }, 'Standard', '*** p < 0.01; ** p < 0.05; * p < 0.1.', 'N 1031'],
  [{ style: 'apsr' }, 'Standard', '* p < 0.1; ** p < 0.05; *** p < 0.01.', 'N 1,031'],
  [{ style: 'io' }, 'Notes: S', '*** p < 0.01; ** p < 0.05; * p < 0.1.', 'Observations 1,031'],
  [{ style: 'ajs' }, 'Note.—S', '* P < .05. ** P < .01. *** P < .001.', 'Observations 1,031'],
  [{ style: 'asr' }, 'Standard', '* p < 0.05; ** p < 0.01; *** p < 0.001.', 'N 1,031'],
  [{ style: 'demography' }, 'Standard', '* p < 0.05; ** p < 0.01; *** p < 0.001.', 'N 1,031'],
  [{ style: '经济研究', language: 'zh' }, '注：括号内', levels, '观测值 1031'],
  [{ style: '管理世界', language: 'zh' }, '注：括号内', levels, '观测值 1031'],
  [{ style: '中国工业经济', language: 'zh' }, '注：括号内', levels, '观测值 1031'],
  [
    { style: '经济研究' },
    'Notes: S',
    '***, ** and * denote significance at the 1%, 5% and 10% levels.',
    'Observations 1031',
  ],
];

it.each(styles)('%j', async (spec, start, legend, n) => {
  const table = regressionTable(fits, spec);
  expect(table.notes[0]!.startsWith(start)).toBe(true);
  expect(table.notes[1] ?? '').toBe(legend);
  const row = table.body.find(({ cells }) => cells[0]?.statistic === 'nobs')!;
  expect(`${row.label} ${row.cells[0]!.text}`).toBe(n);
  expect(lintTable(table, fits, spec)).toEqual([]);
  await every(
    formats,
    (format) => format,
    async (format) => {
      const printed = await renderTable(table, format as 'text');
      const { findings, byRule } = await auditTable(readPrintedTables(printed, `t.${format}`));
      expect(findings.map(({ message }) => message)).toEqual([]);
      if (legend !== '') expect(byRule['stars']).toBe(6);
    },
  );
});
