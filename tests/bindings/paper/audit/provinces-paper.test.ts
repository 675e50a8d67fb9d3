/** Figures as printed in a study of 31 provinces over 5 years: what can be said of them, and what cannot. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { longTable } from './planted.js';

const file = new URL('../../../../examples/provinces/published.csv', import.meta.url);

test('nothing is impossible, two figures need a second look, and the rest lacks numbers', async () => {
  const audit = await auditTable(readPrintedTables(readFileSync(file, 'utf8')));
  expect(audit.findings.map(({ table, rule, severity }) => [table, rule, severity])).toEqual([
    ['T5b', 'ar2-periods', 'doubtful'],
    ['T6', 'words-differ', 'doubtful'],
  ]);
  expect(audit.findings[0]!.message).toContain('needs 5 periods, and there are 5');
  expect(audit.findings[1]!.reconciles).toEqual([
    'a standard error of the difference of at most 0.003061',
  ]);
  const { byRule, notTestable } = audit;
  expect(byRule).toMatchObject({ 'mean-range': 1, 'sd-bounds': 1, 'r2-bounds': 2 });
  expect(Object.keys(notTestable)).toEqual(
    expect.arrayContaining(['stars', 'j-p', 'ar2-p', 'instruments-of-groups', 'n-of-lags']),
  );
});

const paper = 'figures as printed in a study of 31 provinces over 5 years';

/** The findings if the paper had printed a little more. */
async function findingsWith(lines: readonly string[], notes: string) {
  const { findings } = await auditTable(readPrintedTables(longTable(lines, `${paper}; ${notes}`)));
  return findings.map(({ rule, severity, possible }) => ({ rule, severity, possible }));
}

test('two lags of the outcome would leave no AR(2) in five periods', async () => {
  const lines = ['1 L1.Level coef=0.6 se=0.1', '1 L2.Level coef=0.1 se=0.1', '1 ar2_p 0.422'];
  const found = await findingsWith([...lines, '1 periods 5'], 'system GMM');
  expect(found).toMatchObject([{ rule: 'ar2-periods', severity: 'impossible' }]);
});

test('R2 of 0.023 with one regressor and classical errors has p near 0.06, so one star at most', async () => {
  const notes = 'classical standard errors; * p < 0.1, ** p < 0.05, *** p < 0.01';
  const lines = (stars: string) => [
    `1 Gov coef=0.010 stars=${stars}`,
    '1 n 155',
    '1 k 2',
    '1 r2 0.023',
  ];
  expect(await findingsWith(lines('*'), notes)).toEqual([]);
  const [finding] = await findingsWith(lines('***'), notes);
  expect(finding).toMatchObject({ rule: 'p-of-r2', severity: 'impossible' });
  expect(finding!.possible![0]).toBeCloseTo(0.057, 3);
  expect(finding!.possible![1]).toBeCloseTo(0.0625, 3);
});

test('a pseudo R2 of 0.023 that is an adjusted R2 would be named', async () => {
  const lines = ['1 Gov t=2.150', '1 n 155', '1 k 2', '1 pseudo_r2 0.023'];
  const [finding] = await findingsWith(lines, 'classical standard errors');
  expect(finding).toMatchObject({ rule: 'pseudo-r2', severity: 'doubtful' });
});

test('the standard deviation of Level may be 0.017 to 0.087', async () => {
  const lines = ['1 Level n 155', '1 Level mean 0.080', '1 Level min 0.045', '1 Level max 0.288'];
  const [finding] = await findingsWith([...lines, '1 Level sd 0.100'], 'descriptives');
  expect(finding).toMatchObject({ rule: 'sd-bounds', severity: 'impossible' });
  expect(finding!.possible![0]).toBeCloseTo(0.017, 3);
  expect(finding!.possible![1]).toBeCloseTo(0.0868, 3);
});
