/** `describe` says what columns may be, and which commands come next; these run as they are printed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [unit, year] = [i % 12, 2010 + Math.floor(i / 12)];
    const wage = (1000 + ((i * 37) % 50) ** 3).toLocaleString('en-US');
    return `firm ${unit},${year},"${wage}.5",${(20 + ((i * 7) % 31)) / 2}%,${i % 3 === 0 ? 1 : 0}`;
  });
  place.file('my firms.csv', `firm,year,wage,urban,treated\n${rows.join('\n')}\n`);
});
afterAll(() => place.remove());

/** The words of a printed command, as a shell splits them. */
const wordsOf = (command: string) =>
  Array.from(command.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain!);
const nextOf = (stderr: string) =>
  Array.from(stderr.matchAll(/^(?:next: |下一步：)npx wasmetrics (.*)$/gm), ([, one]) => one!);

test('columns of text lead to the options that make them numbers, these to models', async () => {
  const first = await place.wasmetrics(['describe', 'my firms.csv']);
  const [describe] = nextOf(first.stderr);
  expect(nextOf(first.stderr)).toEqual([`describe 'my firms.csv' --thousands , --percent`]);
  const second = await place.wasmetrics(wordsOf(describe!));
  expect(second.stderr).toBe(
    [
      'panel: guessed unit firm, time year (12 units, 5 periods, no pair in two rows)',
      '0-1 indicators: treated; shares: urban; positive and skewed, so log(x) may suit: wage',
      `next: npx wasmetrics panel 'my firms.csv' 'wage ~ urban' --unit firm --time year --read '{"thousands":",","percent":true}'`,
      `next: npx wasmetrics init 'my firms.csv' --read '{"thousands":",","percent":true}'\n`,
    ].join('\n'),
  );
  for (const command of nextOf(second.stderr)) {
    const { status, stderr } = await place.wasmetrics(wordsOf(command));
    expect([status, stderr]).toEqual([0, expect.any(String)]);
  }
  const [, study] = /run it: npx wasmetrics (.*)$/m.exec(
    (await place.wasmetrics(['init', 'my firms.csv', 'two.yaml', '--thousands', ',', '--percent']))
      .stderr,
  )!;
  expect((await place.wasmetrics(wordsOf(study!))).status).toBe(0);
});

test('texts that are dates lead to their type, and init reads them as such', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => {
    const period = `${2018 + Math.floor((i % 10) / 4)}年第${(i % 4) + 1}季度`;
    return `u${Math.floor(i / 10)},00000${1 + (i % 9)},${period},0${1 + (i % 9)}/0${1 + (i % 7)}/2020,${(i * 7) % 11},${(i * i) % 13}`;
  });
  place.file('quarters.csv', `unit,code,t,day,x,y\n${rows.join('\n')}\n`);
  const first = await place.wasmetrics(['describe', 'quarters.csv']);
  expect(nextOf(first.stderr)).toEqual(['describe quarters.csv --types t=date:yq']);
  const { stderr } = await place.wasmetrics(['init', 'quarters.csv', 'quarters.yaml']);
  expect(stderr).toContain('reader: {"types":{"t":"date:yq"}}; the study has these keys\n');
  expect(stderr).toContain('panel: guessed unit unit, time t');
  const given = ['init', 'quarters.csv', '-', '--types', 't=text'];
  expect((await place.wasmetrics(given)).stdout).toContain('"types":{"t":"text"}');
  expect((await place.wasmetrics(['study', 'quarters.yaml'])).status).toBe(0);
});

/** Files with periods in columns: their lines, and the key `reshape` that makes them a panel. */
const wideFiles: Readonly<Record<string, readonly [readonly string[], unknown]>> = {
  'years.csv': [
    ['country,2018,2019,2020', 'A,1.5,2,4', 'B,3,4.5,4', 'C,5,6,7.5'],
    { long: { columns: { value: '{year}' }, id: ['country'] } },
  ],
  'stubs.csv': [
    ['县区,gdp2015,gdp2016,pop_2015,pop_2016', '甲,1,3,7,6', '乙,2,5,1,9', '丙,4,9,3,5'],
    { long: { columns: { gdp: 'gdp{year}', pop: 'pop_{year}' }, id: ['县区'] } },
  ],
  'quarters wide.csv': [
    ['prov,gdp2019q3,gdp2019q4,gdp2020q1,pop2019q3,pop2020q1', 'A,1,3,7,6,5', 'B,2,5,1,9,4'],
    { long: { columns: { gdp: 'gdp{quarter}', pop: 'pop{quarter}' }, id: ['prov'] } },
  ],
  'months.csv': [
    ['prov,2019-11,2019-12,2020-01', 'A,"1,001.5","1,500",7', 'B,2,5,1'],
    { long: { columns: { value: '{month}' }, id: ['prov'] } },
  ],
  'years above.csv': [
    [',2015,,2016,', 'prov,gdp,pop,gdp,pop', 'A,1,3,7,6', 'B,2,5,1,9', 'C,4,9,3,5'],
    { long: { columns: { gdp: '{year}_gdp', pop: '{year}_pop' }, id: ['prov'] } },
  ],
  'english.csv': [
    [
      '3-9 GDP,,',
      '(million yuan),,',
      'Region,2018,2019',
      'A,"1,000.5",3',
      'B,"2,000.1",7',
      'C,"3,500",9',
    ],
    { long: { columns: { value: '{year}' }, id: ['Region'] } },
  ],
  'groups.csv': [
    ['表1 主要指标', '地区,产值,,人口,', ',2019,2020,2019,2020', '甲,1,3,7,6', '乙,2,5,1,9'].map(
      (line) => line.padEnd(line.length + 4 - line.split(',').length + 1, ','),
    ),
    { long: { columns: { 产值: '产值_{year}', 人口: '人口_{year}' }, id: ['地区'] } },
  ],
  'series.csv': [
    [
      '地区,指标,单位,2018年,2019年',
      '甲,产值,元,"1,000.5",2',
      '甲,人口,人,3,4',
      '乙,产值,元,5,7',
      '乙,人口,人,—,9',
    ],
    { long: { columns: { value: '{year}年' }, id: ['地区'], series: '指标' } },
  ],
  'one place.csv': [
    ['指标,2018,2019,2020,2021,2022,2023', '产值,1,2,4,3,5,7', '人口,3,4,5,4,4,8'],
    { long: { columns: { value: '{year}' }, id: [], series: '指标' } },
  ],
  'bank.csv': [
    [
      'Country Name,Country Code,Series Name,Series Code,2015 [YR2015],2016 [YR2016],2017 [YR2017]',
      'France,FRA,GDP,NY.GDP,1,2,4',
      'France,FRA,People,SP.POP,3,..,7',
      'Italy,ITA,GDP,NY.GDP,9,4,5',
      'Italy,ITA,People,SP.POP,6,8,1',
    ],
    'worldbank',
  ],
  'undata.csv': [
    [
      'Country or Area,Year,Item,Value',
      ...['Kenya', 'Ghana'].flatMap((place, i) =>
        [2019, 2020, 2021].flatMap((year, j) => [
          `${place},${year},GDP,${1 + i + j * j}`,
          `${place},${year},Exports,${3 - i + ((2 * j) % 3)}`,
        ]),
      ),
      'footnoteSeqID,Footnote',
      '1,Estimate.',
    ],
    'un',
  ],
  'estat.tsv': [
    [
      'freq,unit,geo\\TIME_PERIOD\t2018 \t2019 \t2020 ',
      'A,EUR,AT\t1 b\t2.5 \t: z',
      'A,EUR,BE\t3 \t: \t5 p',
      'A,PC,AT\t6 \t7 \t9 ',
      'A,PC,BE\t1 \t5 \t2 ',
    ],
    'eurostat',
  ],
};

test.each(Object.keys(wideFiles))('%s leads to a panel, and init writes how', async (file) => {
  const [lines, reshape] = wideFiles[file]!;
  place.file(file, `${lines.join('\n')}\n`);
  let next = [`describe '${file}'`];
  for (let i = 0; i < 4 && !/^(?:ols|panel) /.test(next[0]!); i++) {
    const { status, stderr } = await place.wasmetrics(wordsOf(next[0]!));
    expect([0, 3], stderr).toContain(status);
    next = nextOf(stderr);
  }
  const [study, own] = [`${file}.yaml`, `own ${file}.yaml`];
  for (const words of [wordsOf(next[0]!), [...wordsOf(next[1]!), study], ['study', study]]) {
    const { status, stderr } = await place.wasmetrics(words);
    expect(status, stderr).toBe(0);
  }
  await place.wasmetrics(['init', file, own]);
  for (const one of [study, own]) {
    expect(parse(place.read(one).toString())).toMatchObject({ reshape });
  }
  expect((await place.wasmetrics(['study', own])).status).toBe(0);
});

test('labels and units below the names lead to their rows', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const [firm, year] = [i % 10, 2018 + Math.floor(i / 10)];
    return `00${firm}1,${year},${(i * 37) % 23},${i === 9 ? '' : (i * i) % 17}`;
  });
  const headings = ['Stkcd,Year,Roa,Lev', '证券代码,会计年度,净利润率,负债率', ',,%,元'];
  place.file('codes.csv', [...headings, ...rows].join('\n'));
  const { stderr } = await place.wasmetrics(['describe', 'codes.csv']);
  expect(nextOf(stderr)).toEqual(['describe codes.csv --header 1,2,3']);
  await place.wasmetrics(['init', 'codes.csv', 'codes.yaml']);
  expect(parse(place.read('codes.yaml').toString())).toMatchObject({
    data: { file: 'codes.csv', header: [1, 2, 3] },
    panel: { unit: 'Stkcd', time: 'Year' },
  });
});

test('in Chinese', async () => {
  const { stderr } = await place.wasmetrics(['describe', 'my firms.csv', '--language', 'zh']);
  expect(nextOf(stderr)).toHaveLength(1);
});

test.each([['--json'], ['--columns', 'year'], ['--by', 'treated']])(
  'nothing with %j',
  async (...flags) => {
    const { stderr } = await place.wasmetrics(['describe', 'my firms.csv', ...flags]);
    expect(nextOf(stderr)).toEqual([]);
  },
);

test('init sets the keys that the file needs, and says so', async () => {
  await place.wasmetrics(['init', 'my firms.csv', 'keys.yaml']);
  const keys = { thousands: ',', percent: true };
  expect(parse(place.read('keys.yaml').toString()).data).toEqual({ file: 'my firms.csv', ...keys });
});

/** What an error says next about a text that is a number, in the command's own words and in JSON. */
test('an error about a number in a text names the key that reads it, whatever the file', async () => {
  const next = 'next: to read "1,234.5" as a number, set thousands: "," in data';
  place.file('k.csv', 'p,g,q\n1,"1,234.5",5%\n2,"2,000.1",3%\n3,"3,100",7%\n');
  place.file('k.yaml', 'data: k.csv\nestimator: ols\nformula: g ~ p\n');
  place.file(
    's.yaml',
    'study: 1\ndata: k.dta\ntables: {T1: {models: [{estimator: ols, formula: g ~ p}]}}\n',
  );
  for (const ending of ['dta', 'json', 'parquet', 'arrow']) {
    await place.wasmetrics(['convert', 'k.csv', `k.${ending}`]);
  }
  const files = ['csv', 'dta', 'json', 'parquet', 'arrow'].map((ending) => `k.${ending}`);
  for (const command of [...files.map((file) => ['ols', file, 'g ~ p']), ['fit', 'k.yaml']]) {
    const { status, stderr } = await place.wasmetrics(command);
    expect([status, stderr]).toEqual([
      3,
      expect.stringContaining(`${next} or add --thousands ,\n`),
    ]);
  }
  expect((await place.wasmetrics(['ols', 'k.dta', 'q ~ p', '--thousands', ','])).stderr).toContain(
    'next: to read "5%" as a number, set percent: true in data or add --percent\n',
  );
  expect((await place.wasmetrics(['study', 's.yaml'])).stdout).toContain(`${next}\n`);
  const { stderr } = await place.wasmetrics(['ols', 'k.csv', 'p ~ g', '--json']);
  expect(JSON.parse(stderr).error.hint).toBe(`${next} or add --thousands ,`);
});
