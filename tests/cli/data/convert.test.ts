/** Data files of any format, in and out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  const months = Array.from({ length: 24 }, (_, i) => {
    const date = `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`;
    return ['a', 'b'].map((id) => `${id},${date},${(i * i) % 7},${(i * 5) % 11}`);
  });
  place.file('months.csv', ['id,date,y,x', ...months.flat()].join('\n'));
  place.file('quoted.csv', 'id;x\n1;1,5\n2;9999\n');
});
afterAll(() => place.remove());

const run = (...args: string[]) => place.wasmetrics(args);

describe('wasmetrics convert', () => {
  it('shows as JSON what it reads', async () => {
    const { stdout } = await run('convert', 'quoted.csv', '--decimal', ',', '--missing', '9999');
    expect(JSON.parse(stdout)).toMatchObject({
      nrows: 2,
      columns: [
        { name: 'id', type: 'number', values: [1, 2] },
        { name: 'x', type: 'number', values: [1.5, null] },
      ],
    });
  });

  it('writes texts as they are, and protects formulas if asked', async () => {
    place.file('texts.csv', '"=name",b,c\n=1+1,2,-x\n@q,-3,"a;=2"\nplain,4,-5 %\n');
    const plain = await run('convert', 'texts.csv', '-', '--to', 'csv');
    expect(plain.stdout).toBe('=name,b,c\n=1+1,2,-x\n@q,-3,"a;=2"\nplain,4,-5 %\n');
    expect(plain.stderr).toMatch(/a spreadsheet would run text/);
    const safe = await run('convert', 'texts.csv', '-', '--to', 'csv', '--protect-formulas');
    expect(safe.stdout).toBe(`"'=name",b,c\n"'=1+1",2,"'-x"\n"'@q",-3,"a;'=2"\nplain,4,"'-5 %"\n`);
    expect(safe.stderr).toMatch(/6 texts and names .* begin with an apostrophe now/);
    expect(safe.stderr).not.toMatch(/would run text/);
    const none = await run('convert', 'months.csv', '-', '--to', 'csv', '--protect-formulas');
    expect(none.stderr).toMatch(/no text or name begins as a formula/);
    const other = await run('convert', 'texts.csv', 'texts.dta', '--protect-formulas');
    expect(other.status).toBe(3);
    expect(other.stderr).toMatch(/protectFormulas: expected the format csv/);
  });

  it('takes the options as the keys of data', async () => {
    const keys = JSON.stringify({ decimal: ',', missing: ['9999'] });
    const [flags, read] = await Promise.all([
      run('convert', 'quoted.csv', '--decimal', ',', '--missing', '9999'),
      run('convert', 'quoted.csv', '--read', keys),
    ]);
    expect(read.stdout).toBe(flags.stdout);
  });

  it.each(['dta', 'arrow', 'parquet', 'json'])('writes .%s that it reads back', async (format) => {
    const file = `months.${format}`;
    expect((await run('convert', 'months.csv', file)).status).toBe(0);
    const [first, second] = await Promise.all([run('convert', 'months.csv'), run('convert', file)]);
    expect(JSON.parse(second.stdout)).toEqual(JSON.parse(first.stdout));
  });

  it('never writes over the data', async () => {
    const before = readFileSync(join(place.folder, 'months.csv'), 'utf8');
    const { status, stderr } = await run('convert', 'months.csv', 'months.csv');
    expect(status).toBe(3);
    expect(stderr).toContain('expected another file than the data');
    expect(readFileSync(join(place.folder, 'months.csv'), 'utf8')).toBe(before);
  });

  it('refuses options that the format does not have', async () => {
    const { status, stderr } = await run('convert', 'months.csv', '--sheet', '1');
    expect(status).toBe(3);
    expect(stderr).toContain('months.csv: sheet is no option of csv files, which have ');
  });

  it.each(['5', 'null', '[1]', '{'])('refuses --read %s, which has no keys', async (keys) => {
    const { status, stderr } = await run('convert', 'months.csv', '--read', keys);
    expect(status).toBe(3);
    expect(stderr).toContain(`--read: expected keys with values such as header: 3, found ${keys}`);
  });

  it('takes a range of whole columns', async () => {
    const bytes = new URL('../../golden/files/xlsx/writexl.xlsx', import.meta.url).pathname;
    const { stdout } = await run('convert', bytes, '--range', 'A:B');
    expect((JSON.parse(stdout) as { readonly columns: unknown[] }).columns).toHaveLength(2);
  });

  it('refuses a file that it cannot name', async () => {
    const { status, stderr } = await run('convert', 'months.csv', 'months.sav');
    expect(status).toBe(3);
    expect(stderr).toContain('expected a file that ends in .json, .csv, .dta, .arrow, .parquet');
  });
});

describe('wasmetrics import', () => {
  it('reads the names of columns as it reads data', async () => {
    const command = 'xtabond2 x L.x, gmm(x)';
    const flags = ['--data', 'quoted.csv', '--decimal', ',', '--encoding', 'utf-8'];
    const { status, stderr } = await run('import', command, ...flags);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('a panel of months', () => {
  const formula = ['y ~ L.x + i(id)', '--unit', 'id', '--time', 'date', '--json'];
  const fit = async (file: string) => {
    const { stdout, stderr } = await run('ols', file, ...formula);
    expect(stderr).toBe('');
    return JSON.parse(stdout) as { readonly params: object; readonly nobs: number };
  };

  it('has lags of a month, and the same estimates from every format', async () => {
    await run('convert', 'months.csv', 'panel.dta');
    const found = await fit('months.csv');
    expect(found.nobs).toBe(46);
    expect((await fit('panel.dta')).params).toEqual(found.params);
  });
});
