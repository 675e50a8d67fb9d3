/** Bytes of data files: read in their encoding or refused, never replaced. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode, encodeUtf16 } from '../../encode.js';
import { workplace, type Workplace } from '../run.js';

const provincesInChinese =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 陕西 甘肃 青海 宁夏 新疆'.split(
    ' ',
  );

let place: Workplace;
beforeAll(() => {
  place = workplace();
  const provinces = readFileSync(
    new URL('../../golden/provinces/data.csv', import.meta.url),
    'utf8',
  );
  const names = new Map<string, string>();
  const [header, ...rows] = provinces.trim().split('\n');
  const chinese = rows.map((row) => {
    const [name = '', ...cells] = row.split(',');
    if (!names.has(name)) names.set(name, provincesInChinese[names.size]!);
    return [names.get(name), ...cells].join(',');
  });
  const text = [header, ...chinese].join('\n');
  write('gbk.csv', encode(text, 'gb18030'));
  write('utf8.csv', new TextEncoder().encode(text));
  write('utf16.csv', encodeUtf16(`\ufeff${text}`, 'le'));
  write(
    'german.csv',
    encode('name,x,y\nMüller,1,2\nMöller,2,1\nMäller,3,5\nMüller,4,4\n', 'windows-1252'),
  );
  place.file(
    'm.yaml',
    'data: {file: gbk.csv, encoding: GBK}\nestimator: ols\nformula: Level ~ Gov\nvcov: cluster:province\n',
  );
  place.file(
    'n.yaml',
    'data: gbk.csv\nestimator: ols\nformula: Level ~ Gov\nvcov: {type: CV1, cluster: province}\n',
  );
});
afterAll(() => place.remove());

const write = (name: string, bytes: Uint8Array) => writeFileSync(join(place.folder, name), bytes);
const clustered = ['Level ~ Gov', '--vcov', 'cluster:province'];

describe('a file in GB18030', () => {
  it('is refused with the likely encoding in one line', async () => {
    const { status, stdout, stderr } = await place.wasmetrics(['ols', 'gbk.csv', ...clustered]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(
      /^wasmetrics: gbk\.csv: expected utf-8, found 0x\w\w at byte \d+ \(line 2\); it is likely gb18030: set encoding: gb18030 \(--encoding gb18030\)\n$/,
    );
  });

  it('has its 30 clusters when the encoding is named, in options and in the model', async () => {
    const { stdout: expected } = await place.wasmetrics(['ols', 'utf8.csv', ...clustered]);
    expect(expected).toContain('30 clusters');
    for (const args of [
      ['ols', 'gbk.csv', ...clustered, '--encoding', 'gb18030'],
      ['ols', 'utf16.csv', ...clustered],
      ['fit', 'n.yaml', '--encoding', 'gbk'],
      ['fit', 'n.yaml', '--data', 'gbk.csv', '--encoding', 'cp936'],
    ]) {
      expect((await place.wasmetrics(args)).stdout).toBe(expected);
    }
    for (const command of [
      ['influence'],
      ['permute', '--of', 'Gov', '--reps', '99'],
      ['test', 'Gov = 0'],
    ]) {
      const [name = '', ...rest] = command;
      const { status, stderr } = await place.wasmetrics([
        name,
        'n.yaml',
        ...rest,
        '--encoding',
        'gbk',
      ]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  });

  it('is named in the model that is printed', async () => {
    const { stdout } = await place.wasmetrics([
      'ols',
      'gbk.csv',
      ...clustered,
      '--encoding',
      'gbk',
      '--print-model',
    ]);
    expect(stdout).toContain('encoding: gbk');
  });
});

it('keeps names of Latin-1 apart', async () => {
  const args = ['ols', 'german.csv', 'y ~ x', '--vcov', 'cluster:name'];
  expect((await place.wasmetrics(args)).stderr).toMatch(/likely windows-1252/);
  expect((await place.wasmetrics([...args, '--encoding', 'latin1'])).stdout).toContain(
    '3 clusters',
  );
});

it('does not suggest an option for a model file, which has none', async () => {
  write('gbk.yaml', encode('estimator: ols\nformula: 省 ~ 甲乙丙丁\n', 'gb18030'));
  const { status, stderr } = await place.wasmetrics(['fit', 'gbk.yaml']);
  expect(status).toBe(3);
  expect(stderr).toMatch(/^wasmetrics: gbk\.yaml: expected utf-8, found .*save it as UTF-8/);
  expect(stderr).not.toContain('--encoding');
});

it('says in one line why a file cannot be read', async () => {
  mkdirSync(join(place.folder, 'folder'));
  place.file('locked.csv', 'x\n1\n');
  chmodSync(join(place.folder, 'locked.csv'), 0o000);
  place.file('empty.csv', '');
  place.file('header.csv', 'x,y\n');
  place.file('book.xlsx', 'PK\u0003\u0004 [Content_Types].xml');
  for (const [file, reason] of [
    ['folder', /folder: expected a file, found a folder/],
    ['missing.csv', /missing\.csv: file not found/],
    ['empty.csv', /empty\.csv: expected a header line and rows, found nothing/],
    ['header.csv', /header\.csv: expected rows below the column names/],
    ['book.xlsx', /book\.xlsx: cannot be read as /],
    ...(process.getuid?.() === 0
      ? []
      : [['locked.csv', /locked\.csv: permission denied/] as const]),
  ] as const) {
    const { status, stderr } = await place.wasmetrics(['ols', file, 'y ~ x']);
    expect(status).toBe(3);
    expect(stderr).toMatch(reason);
    expect(stderr.trim()).not.toContain('\n');
  }
});

describe('ids beyond 2^53', () => {
  const ids = [
    '9007199254740992',
    '9007199254740993',
    '12345678901234567890',
    '12345678901234567891',
  ];
  const rows = Array.from({ length: 24 }, (_, i) => `${ids[i % 4]},${i},${(i * 7) % 11}`);
  beforeAll(() => {
    place.file('ids.csv', `id,x,y\n${rows.join('\n')}\n`);
    place.file(
      'ids.yaml',
      'data: ids.csv\nestimator: ols\nformula: y ~ x\nvcov: {type: CV1, cluster: id}\n',
    );
  });

  it('are different clusters, which the result says once', async () => {
    const { stdout } = await place.wasmetrics(['ols', 'ids.csv', 'y ~ x', '--vcov', 'cluster:id']);
    expect(stdout).toContain('4 clusters');
    expect(stdout.match(/stays text/g)).toHaveLength(1);
    const plain = await place.wasmetrics(['ols', 'ids.csv', 'y ~ x']);
    expect(plain.stdout).not.toContain('stays text');
  });

  it('are not numbers', async () => {
    const { status, stderr } = await place.wasmetrics(['ols', 'ids.csv', 'y ~ x + id']);
    expect(status).toBe(3);
    expect(stderr).toMatch(/column "id" must hold numbers, found "9007199254740993" in row 3/);
  });

  it('are a warning on standard error where the result has none', async () => {
    const { stderr } = await place.wasmetrics(['test', 'ids.yaml', 'x = 0']);
    expect(stderr).toMatch(/^wasmetrics: warning: column "id" stays text/);
    const json = await place.wasmetrics(['influence', 'ids.yaml', '--json']);
    expect(JSON.parse(json.stderr.trim())).toMatchObject({ warning: { code: 'integers-as-text' } });
  });
});
