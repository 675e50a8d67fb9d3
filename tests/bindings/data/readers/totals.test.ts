/** Rows that are totals are said, with the filter that leaves them out, in every format and also in columns that no model reads. */
import { readTable } from '../../../../bindings/data/readers/read-table.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fitFile } from '../../../../bindings/models/functions/fit-file.js';
import { tableWarnings } from '../../../../bindings/data/warnings/table-warnings.js';
import { isTotal } from '../../../../bindings/data/readers/csv/cells/total-cells.js';
import { every } from '../../../every.js';

const totals = [
  '合计', '合  计', '总　计', '全国', '全　国', '全国合计', '各地区总计', '小计', '平均', 'Total', 'TOTAL', 'total:',
  'Grand total', 'Subtotal', 'Sub-total', 'EU27 total', 'EU27_2020', 'EA19', 'Euro area (19 countries)',
  'European Union - 27 countries', 'World', 'High income', 'OECD - Total', 'Total, all industries', 'Sum',
  'All countries', 'Insgesamt', 'Gesamt', 'Ensemble', 'Average',
]; // prettier-ignore
const others = [
  '北京', '合肥', '全州县', '总部', '平均主义', '国有', 'Totals Gas SE', 'Totnes', 'Summit', 'Worldline', 'Euronext', 'EU',
  'Highland', 'Low', 'Average Joe Ltd', 'Samsung', 'East', '2019', '',
]; // prettier-ignore

test('names of totals', () =>
  every(
    [...totals, ...others],
    (text) => text,
    (text) => expect(isTotal(text)).toBe(totals.includes(text)),
  ));

const lines = [
  'region,year,y,x', '北京,2019,1,2', '上海,2019,2,3', '天津,2019,4,1', '合计,2019,7,6', '北京,2020,2,2', '上海,2020,3,1',
  '天津,2020,5,5', '"全国",2020,10,8',
]; // prettier-ignore
const text = lines.join('\n');
const said =
  'rows 5 and 9 look like totals, by column "region": "合计" and "全国"; a model counts them like any row; set where: !in(region, "合计", "全国") to leave them out';
const messages = (warnings: readonly { code: string; message: string }[] = []) =>
  warnings.filter(({ code }) => code === 'total-rows').map(({ message }) => message);

test('a model without the column, and the filter of the message', async () => {
  const model = { estimator: 'ols', formula: 'y ~ x' };
  const table = await readTable(new TextEncoder().encode(text), { usedBy: model });
  expect([...table.columns.keys()]).toEqual(['y', 'x']);
  expect(messages(tableWarnings(table, model))).toEqual([said]);
  const filtered = (where: string) => messages(tableWarnings(table, { ...model, where }));
  expect(filtered('!in(region, "合计", "全国")')).toEqual([]);
  expect(filtered('region == "北京"')).toEqual([]);
  expect(filtered('region != "合计"')).toEqual([said]);
  expect(filtered('year > 2019')).toEqual([said]);
});

test('text that is streamed, and rows of JSON', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'totals-'));
  const file = join(folder, 'd.csv');
  writeFileSync(file, text);
  const model = { estimator: 'ols', formula: 'y ~ x' } as const;
  const found = await Promise.all([true, false].map((stream) => fitFile(file, model, { stream })));
  rmSync(folder, { recursive: true });
  for (const { warnings } of found) expect(messages(warnings)).toEqual([said]);
  const [names = [], ...rows] = lines.map((line) => line.replaceAll('"', '').split(','));
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, j) => [names[j], cell])));
  const json = await readTable(new TextEncoder().encode(JSON.stringify(objects)));
  expect(messages(json.warnings)).toEqual([said.replace('5 and 9', '4 and 8')]);
});

test('a column of totals alone is a constant', async () => {
  const table = await readTable(new TextEncoder().encode('sex,y\nTotal,1\nTotal,2\nTotal,3\n'));
  expect(messages(table.warnings)).toEqual([]);
});

test('numbers of accounts in parentheses are negative', async () => {
  const source = new TextEncoder().encode(
    'id;a;b\n1;(1,234);(1.2%)\n2;2,000;(3.5)%\n3;(5);7%\n4;6 1);1%\n',
  );
  const bare = await readTable(source);
  expect(messages(bare.warnings)).toEqual([]);
  expect((bare.warnings ?? []).map(({ message }) => message).join('\n')).toContain('(5) is -5');
  const table = await readTable(source, { thousands: ',', percent: true, marks: true });
  expect(table.columns.get('a')!.values).toEqual(Float64Array.of(-1234, 2000, -5, 6));
  expect(table.columns.get('b')!.values).toEqual(Float64Array.of(-0.012, -0.035, 0.07, 0.01));
});
