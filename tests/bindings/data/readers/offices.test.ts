/** Files as statistical offices write them (tests/golden/yearbooks): read right, or said with the keys to set. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../../bindings/data/readers/options.js';
import { readTable } from '../../../../bindings/data/readers/read-table.js';
import type { LayoutName } from '../../../../bindings/data/steps/reshape/layout-names.js';
import { reshapeLayout } from '../../../../bindings/data/steps/reshape/layouts.js';
import type { Table } from '../../../../bindings/data/table.js';
import { codes, plain } from './xlsx/support.js';

type Options = ReadOptions & { readonly layout?: LayoutName };

async function read(path: string, { layout, ...options }: Options = {}): Promise<Table> {
  const file = new URL(`../../../golden/yearbooks/${path}`, import.meta.url);
  const name = path.split('/').at(-1)!;
  const table = await readTable(new Uint8Array(readFileSync(file)), { name, ...options });
  return layout === undefined ? table : reshapeLayout(table, layout).table;
}

const values = async (path: string, options?: Options) =>
  Object.fromEntries(
    plain(await read(path, options)).columns.map((column) => [column.name, column.values]),
  );
const said = async (path: string, code: string, options?: Options) =>
  ((await read(path, options)).warnings ?? [])
    .filter((one) => one.code === code)
    .map(({ message }) => message);

describe('yearbooks', () => {
  test('of China: groups of headings, empty rows, footnote marks, kinds of dashes', async () => {
    expect(await said('nbs.xlsx', 'numbers-as-text')).toEqual([
      'columns "地区生产总值_绝对数", "地区生产总值_第一产业", "地区生产总值_第二产业", "指数（上年=100）_地区生产总值", "指数（上年=100）_第一产业": numbers written as text; set thousands: ",", marks: true, missing: ["...","－"] to read them as numbers',
    ]);
    const keys: Options = { thousands: ',', marks: true, missing: ['...', '－'] };
    expect(await values('nbs.xlsx', keys)).toEqual({
      '地  区': ['全  国', '北  京', '天  津', '河  北', '西  藏', '香  港'],
      地区生产总值_绝对数: [1143670, 40270, 15695, 40391, 2080, null],
      地区生产总值_第一产业: [83086, 111, 227, 4030, 164, null],
      地区生产总值_第二产业: [450904, 7269, 5854, 16364, 757, null],
      '指数（上年=100）_地区生产总值': [108.4, 108.8, 106.6, 106.5, 106.7, null],
      '指数（上年=100）_第一产业': [107.1, 102.8, 102.7, 106.3, 104.5, null],
    });
  });

  test('of Eurostat: lines of keys above, flags next to years, a legend below', async () => {
    const keys: Options = { thousands: ',', missing: ':' };
    expect(await said('eurostat.xlsx', 'other-sheets')).toEqual([
      'eurostat.xlsx: sheet "Sheet 1" is read, because sheet "Summary" has no columns of numbers; the other sheet is "Summary"; set sheet to choose',
    ]);
    expect(await values('eurostat.xlsx', keys)).toEqual({
      'GEO (Labels)': ['Belgium', 'Bulgaria', 'Czechia'],
      2018: [460092, 56224.1, 210970.5],
      column3: [null, null, 'e'],
      2019: [478645, 61558.5, 225613.5],
      column5: ['b', null, null],
      2020: [460747.7, null, 215805.4],
      column7: ['p', null, null],
    });
    const declared = { ...keys, sheet: 2, header: [8, 9], lastRow: 12 };
    expect(await values('eurostat.xlsx', declared)).toEqual(await values('eurostat.xlsx', keys));
  });

  test('of the United States: a sheet of notes, dollars, (D) and (NA), numbered footnotes', async () => {
    const keys: Options = { thousands: ',', marks: true, missing: ['(NA)', '(D)'] };
    expect(await said('census.xlsx', 'note-rows')).toEqual([
      'rows 9 to 11 are taken as notes and left out: "r Revised"; set lastRow: 8 to say so, or lastRow: 11 to read them',
    ]);
    expect(await values('census.xlsx', keys)).toEqual({
      State: ['Alabama', 'Alaska', 'Arizona 1/', 'Arkansas', 'United States'],
      FIPS: ['01', '02', '04', '05', '00'],
      '2019 r/': [216944.5, 45661, 333021.1, 135166, 730792.6],
      2020: [231012.3, 46430.9, null, null, 277443.2],
      'Percent change': ['6.5%', '1.7%', '(X)', '-2.1%', '(1.2%)'],
    });
  });

  test('of CSMAR: leading zeros stay, numbers and texts of one column are one', async () => {
    const table = await values('stocks.xlsx', { thousands: ',' });
    expect(table).toMatchObject({
      Stkcd: ['000001', '000002', '000004', '600000'],
      A001000000: [4468514000000, 1869177094005.55, 1391001133.02, null],
      B001100000: [153542000000, 419111677714.12, null, null],
    });
  });

  test('of EPS: a word for missing and a mark in one column', async () => {
    expect(await said('series.xlsx', 'numbers-as-text')).toEqual([
      'columns "2018年", "2019年", "2020年": numbers written as text; set marks: true, missing: ["缺失"] to read them as numbers',
    ]);
    expect(await values('series.xlsx', { marks: true, missing: '缺失' })).toMatchObject({
      '2020年': [36102.6, 14083.7, 2189, null],
    });
  });

  test('in JSON', async () => {
    expect(await said('rows.json', 'numbers-as-text')).toEqual([
      'columns "产值", "增速": numbers written as text; set thousands: ",", percent: true, marks: true, missing: ["n.a."] to read them as numbers',
    ]);
    const keys: Options = { thousands: ',', percent: true, marks: true, missing: 'n.a.' };
    expect(await values('rows.json', keys)).toMatchObject({
      产值: [36102.6, 14083.7, null],
      增速: [0.012, null, -0.005],
    });
  });

  test('in CSV of another encoding: each refusal names the next key', async () => {
    const keys: Options = { encoding: 'gb18030' };
    await expect(read('chinese.csv')).rejects.toThrow('set encoding: gb18030');
    await expect(read('chinese.csv', keys)).rejects.toThrow('set header: 2');
    await expect(read('chinese.csv', { ...keys, header: 2 })).rejects.toThrow('set lastRow: 5');
    const all = { ...keys, header: 2, lastRow: 5 };
    expect(await said('chinese.csv', 'not-a-number', all)).toEqual([
      'column "生产总值(亿元)" is text: 3 of its 3 cells are not numbers, the first "36,102.6" in row 3; if commas separate thousands, set thousands: ","',
      'column "增速" is text: 3 of its 3 cells are not numbers, the first "1.2%" in row 3; set percent: true, missing: ["－"] to read it as numbers',
    ]);
    const numbers = { ...all, thousands: ',', percent: true, missing: '－' };
    expect(await values('chinese.csv', numbers)).toEqual({
      地区: ['北京', '天津', '合计'],
      年份: [2020, 2020, 2020],
      '生产总值(亿元)': [36102.6, 14083.7, 50186.3],
      增速: [0.012, 0.015, null],
    });
  });
});

describe('layouts', () => {
  test.each<[string, Options, Record<string, unknown>]>([
    [
      'wdi.csv',
      { layout: 'worldbank' },
      { 'NY.GDP.MKTP.CD': [2962905028, 2983635195, null, 75231e9, 76500e9, 81000e9] },
    ],
    [
      'databank.csv',
      { layout: 'worldbank' },
      { year: [2015, 2016, 2017, 2015, 2016, 2017], 'SP.POP.TOTL': expect.anything() as unknown },
    ],
    [
      'series.csv',
      { layout: 'worldbank', lastRow: 6 },
      {
        year: [2015, 2016, 2015, 2016],
        'NY.GDP.MKTP.CD': [2962905028, null, 11388160000, 11821070000],
      },
    ],
    [
      'oecd.csv',
      { layout: 'oecd' },
      { MLN_USD: [1130000, 1220000, 430000, 446000], USD_CAP: [47320.5, 49900.1, 49879.2, null] },
    ],
    [
      'sdmx.csv',
      { layout: 'oecd' },
      { GDP_USD: [1130.5, 1220.1, null], POP_PS: [null, null, 8.6] },
    ],
    [
      'estat.tsv',
      { layout: 'eurostat' },
      {
        time: [2018, 2019, 2020, 2018, 2019, 2020, 2018, 2019, 2020],
        CP_MEUR: [460092, 478645, 460747.7, 56224.1, 61558.5, null, 210970.5, 225613.5, 215805.4],
      },
    ],
    [
      'weo.xls',
      { layout: 'imf', lastRow: 5, thousands: ',', missing: 'n/a' },
      { NGDP_R: [1197.3, 1222.916, 1255.29, 702.4, 725.683, 753.262] },
    ],
    [
      'undata.csv',
      { layout: 'un', lastRow: 5, thousands: ',' },
      { 'Gross domestic product': [20608, 18000.5, 11387, 12000] },
    ],
  ])('%s %j', async (file, options, columns) => {
    expect(await values(`layouts/${file}`, options)).toMatchObject(columns);
  });

  test('labels are those of the series', async () => {
    for (const [file, lastRow] of [['databank.csv'], ['series.csv', 6]] as const) {
      const table = await read(`layouts/${file}`, {
        layout: 'worldbank',
        ...(lastRow && { lastRow }),
      });
      expect(table.columns.get('SP.POP.TOTL')!.label).toBe('Population, total');
    }
  });

  test.each([
    ['series.csv', {}, 'set lastRow: 6'],
    ['weo.xls', {}, 'set lastRow: 6'],
    ['undata.csv', {}, 'set lastRow: 5'],
    ['genesis.csv', { encoding: 'windows-1252' }, 'set header: 3'],
    ['page.xls', {}, 'found a page of HTML or XML; open it in Excel and save the table as CSV'],
    ['insee.csv', {}, 'set encoding: windows-1252'],
    ['weo.xls', { lastRow: 5, layout: 'un' }, 'expected columns such as "Country or Area"'],
  ] as [string, Options, string][])('%s %j is refused with a key', async (file, options, key) => {
    await expect(read(`layouts/${file}`, options)).rejects.toThrow(key);
  });

  test('a flag of Eurostat that is none is an error', async () => {
    const text = 'freq,geo\\TIME_PERIOD\t2018 \t2019 \nA,BE\t1 x2\t2 b\n';
    const table = await readTable(new TextEncoder().encode(text), { name: 'a.tsv' });
    expect(() => reshapeLayout(table, 'eurostat')).toThrow(
      'column "2018" must hold a number, found "1 x2" in row 2',
    );
  });
});

describe('numbers', () => {
  test.each([
    ['cantons.csv', {}, [/"BIP".*set thousands: "'"$/, /"Quote"/]],
    ['bls.csv', {}, [/"Mar".*set marks: true/]],
    ['india.csv', {}, [/"v".*set thousands: ","/]],
    ['minus.csv', {}, [/"g".*set decimal: ",", thousands: " ", marks: true/]],
    [
      'insee.csv',
      { encoding: 'windows-1252' },
      [
        /"PIB \(M€\)".*set decimal: ",", thousands: " ", marks: true, missing: \["nd"\]/,
        /"Taux".*set decimal: ",", percent: true/,
      ],
    ],
    ['estat.tsv', {}, [/"2018".*marks: true/, /"2019"/, /"2020".*missing: \[":",": c"\]/]],
    ['sep.csv', {}, [/^column "bip" is text: "1\.234" in row 3 has a point/]],
    ['mixed.csv', {}, [/^column "a" is text/]],
    ['mixed.tsv', {}, [/^column "a" is text/]],
    ['mixed-quotes.csv', {}, [/^column "a" is text/, /"b"/]],
    ['provincias.csv', {}, [/set decimal: "," and thousands: "\."$/, /"2016"/]],
  ] as [string, Options, RegExp[]][])('%s %j says the keys', async (file, options, patterns) => {
    const { warnings = [] } = await read(`layouts/${file}`, options);
    const texts = warnings
      .filter(({ code }) => ['not-a-number', 'mixed-decimal-signs'].includes(code))
      .map(({ message }) => message);
    expect(texts).toHaveLength(patterns.length);
    texts.forEach((text, i) => {
      expect(text).toMatch(patterns[i]!);
    });
  });

  test.each<[string, Options, Record<string, unknown>]>([
    ['minus.csv', { decimal: ',', thousands: ' ', marks: true }, { g: [-1.5, 2.5, 1234.5] }],
    ['india.csv', { thousands: ',' }, { v: [1234567, 123456, 98765] }],
    ['bls.csv', { marks: true }, { Mar: [3.8, 4.4, 6] }],
    [
      'insee.csv',
      { encoding: 'windows-1252', decimal: ',', thousands: ' ', marks: true, missing: 'nd' },
      { 'PIB (M€)': [99876.5, 95432.1, 9543, null] },
    ],
    ['provincias.csv', { decimal: ',', thousands: '.' }, { 2015: [1234.5, 987.1] }],
  ])('%s %j', async (file, options, columns) => {
    expect(await values(`layouts/${file}`, options)).toMatchObject(columns);
  });

  test('texts with single blanks in columns of several', async () => {
    const table = await read('layouts/printed.txt');
    expect(codes(table)).toEqual(['blanks-separate']);
    expect(await values('layouts/printed.txt')).toEqual({
      Country: ['United States', 'Germany'],
      Year: [2019, 2019],
      GDP: [21372.6, 3888.3],
      Pop: [328.2, 83.1],
    });
  });

  test.each([
    ['45*', 45],
    ['45 **', 45],
    ['45¹', 45],
    ['45¹⁾', 45],
    ['45 1)', 45],
    ['45（1）', 45],
    ['45 [a]', 45],
    ['45 r/', 45],
    ['45 bp', 45],
    ['$45', 45],
    ['-$45', -45],
    ['45 €', 45],
    ['−45', -45],
    ['(45)', -45],
    ['( 4.5 )', -4.5],
    ['(-45)', undefined],
    ['((45))', undefined],
    ['45a', undefined],
    ['451)', undefined],
    ['45 kg', undefined],
    ['A45', undefined],
    ['45 46', undefined],
    ['€45; $45', undefined],
  ])('the marks of %s', async (cells, number) => {
    const rows = cells.split('; ').map((cell) => `"${cell}"\n`);
    const table = await readTable(new TextEncoder().encode(`x\n${rows.join('')}`), {
      name: 'a.csv',
      marks: true,
    });
    const column = table.columns.get('x')!;
    expect(column.kind).toBe(number === undefined ? 'text' : 'number');
    if (number !== undefined) expect([...column.values]).toEqual([number]);
  });
});
