/** Workbooks as yearbooks are (tests/golden/yearbooks): titles, several rows of headings, notes, numbers as text. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTable } from '../../../../../bindings/data/readers/read-table.js';
import type { ReadOptions } from '../../../../../bindings/data/readers/options.js';
import { plain } from './support.js';

const read = (name: string, options: ReadOptions = {}) => {
  const file = new URL(`../../../../golden/yearbooks/${name}.xlsx`, import.meta.url);
  return readTable(new Uint8Array(readFileSync(file)), { name: `${name}.xlsx`, ...options });
};
const values = async (name: string, options?: ReadOptions) =>
  Object.fromEntries(
    plain(await read(name, options)).columns.map((column) => [column.name, column.values]),
  );
const messages = async (name: string, options?: ReadOptions) =>
  ((await read(name, options)).warnings ?? []).map(({ code, message }) => `${code}: ${message}`);

test('a sheet of notes, a title, units and notes below', async () => {
  expect(await messages('eps')).toEqual([
    'other-sheets: eps.xlsx: sheet "数据" is read, because sheet "说明" has no table; the other sheet is "说明"; set sheet to choose',
    'title-rows: row 1 is taken as a title, "分省年度数据", and row 2 as the names; set header to choose',
    'note-rows: rows 8 to 9 are taken as notes and left out: "注：数据来源于国家统计局"; set lastRow: 7 to say so, or lastRow: 9 to read them',
    'heading-rows: headings in several rows: names in row 2, units in row 3; set header: [2, 3] to say so, or header to the row of the names alone',
    'numbers-as-text: columns "年份", "地区生产总值", "人口", "城镇化率": numbers written as text; set thousands: ",", percent: true, missing: ["n.a."] to read them as numbers',
  ]);
  const table = await read('eps', { thousands: ',', percent: true, missing: ['n.a.'] });
  expect(table.columns.get('地区生产总值')).toMatchObject({ unit: '亿元' });
  expect(await values('eps', { thousands: ',', percent: true, missing: ['n.a.'] })).toEqual({
    地区: ['北京', '北京', '天津', '天津'],
    年份: [2018, 2019, 2018, 2019],
    地区生产总值: [33106, 35445.1, 13362.9, 14055.5],
    人口: [2192, 2190, 1383, 1385],
    城镇化率: [0.865, 0.866, null, null],
  });
});

test('rows of headings that are declared say the same', async () => {
  const declared = { sheet: '数据', header: [2, 3], lastRow: 7, thousands: ',', percent: true };
  const found = { thousands: ',', percent: true };
  expect(await values('eps', declared)).toEqual(await values('eps', found));
  const lines = await messages('eps', declared);
  expect(lines.filter((line) => /^(title|note)-rows/.test(line))).toEqual([]);
});

test('codes, names and units become names, labels and units', async () => {
  const table = await read('csmar', { decimal: '.' });
  expect([...table.columns].map(([name, { label, unit }]) => [name, label, unit])).toEqual([
    ['Prvcnm', '省份名称', '没有单位'],
    ['Sgnyea', '统计年度', '没有单位'],
    ['Epa0101', '地区生产总值', '亿元'],
    ['Epa0102', '第一产业增加值', '亿元'],
  ]);
  expect((await values('csmar', { decimal: '.' }))['Epa0101']).toEqual([33106, 36011.8, 99945.2]);
});

test('a heading above several others is the first part of their names', async () => {
  expect(await values('groups', { fillMerged: true })).toEqual({
    Province: ['North', 'North', 'South', 'South'],
    Year: [2018, 2019, 2018, 2019],
    Output_Agriculture: [12.5, 12.75, 30, 31.5],
    Output_Industry: [80.25, 82.5, 41.5, 42],
    Employment_Agriculture: [3.5, 3.25, 8, 7.75],
    Employment_Industry: [9.75, 10, 4.5, 4.75],
  });
});

test('a first row of missing codes is a row of the data', async () => {
  expect(await values('years', { thousands: ' ', missing: ['n.a.', ':'] })).toEqual({
    Region: ['A', 'B', 'C'],
    2015: [null, 3401, null],
    2016: [null, 3522, 1458],
    2017: [8120, 3600, 1502],
  });
});

test('a table of texts has one row of headings', async () => {
  expect(await values('texts')).toEqual({
    id: ['007', '008', '009'],
    name: ['Ann', 'Bob', 'Cid'],
    region: ['North', 'South', 'North'],
  });
  expect(await messages('texts')).toEqual([]);
});

test.each([
  [{ header: [3, 2] }, /header: expected the line of the names, or at most three lines in order/],
  [{ header: [] }, /header: expected the line of the names/],
  [{ header: [1, 2, 3, 4] }, /header: expected the line of the names/],
  [{ types: { nothing: 'number' } }, /unknown column "nothing"/],
  [{ types: { 地区: 'number' } }, /column "地区" must hold a number, found "北京" in row 4/],
  [{ delimiter: ';' }, /delimiter is no option of xlsx files/],
])('refuses %j', async (options, message) => {
  await expect(read('eps', options as ReadOptions)).rejects.toThrow(message);
});
