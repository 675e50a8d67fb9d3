import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Workplace, workplace } from './run.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.remove());

const copied = (path: string, name: string) => {
  cpSync(join(root, path), join(place.folder, name));
  return name;
};

const study = (path: string) => parse(place.read(path).toString('utf8'));

/** The study with all of its comments that are keys. */
const uncommented = (text: string) => text.replace(/^( *)# ( *(?:- \{|\w+: ?).*)$/gm, '$1$2');

/** Rows of 15 units and 8 years whose columns have names that need quotes in YAML and in formulas. */
function oddCsv(): string {
  const rows = Array.from({ length: 120 }, (_, i) => {
    const draw = (k: number) => ((i * (2 * k + 7) + k * i * i) % 101) / 10 + 1;
    return `yes ${Math.floor(i / 8)},${2010 + (i % 8)},${draw(1)},${draw(2)},${draw(3)},${draw(4)}`;
  });
  return ['firm name,year,log(sales),"R&D share, %",no,"a: b #c"', ...rows].join('\n');
}

const plain = `wage,educ,exper\n${Array.from({ length: 30 }, (_, i) => `${(i * i) % 17},${i % 7},${(i * 3) % 11}`).join('\n')}\n`;

describe('wasmetrics init', () => {
  it.each([
    ['provinces', 'province', 'year', 'Level ~ Gov'],
    ['abdata', 'id', 'year', 'emp ~ wage'],
    ['odd', 'firm name', 'year', '`log(sales)` ~ `R&D share, %`'],
  ])(
    'writes a study of %s that runs as it is, and with all of its comments',
    async (name, unit, time, formula) => {
      if (name === 'provinces') copied('tests/golden/provinces/data.csv', 'provinces.csv');
      else if (name === 'abdata') copied('examples/abdata.csv', 'abdata.csv');
      else place.file('odd.csv', oddCsv());
      const made = await place.wasmetrics(['init', `${name}.csv`]);
      expect(made.status).toBeFalsy();
      expect(made.stderr).toContain(`panel: guessed unit ${unit}, time ${time} (`);
      const written = study('paper.yaml');
      expect(written.panel).toEqual({ unit, time });
      expect(written.tables.T2.models[0].formula).toBe(formula);
      const run = await place.wasmetrics(['study', 'paper.yaml', '--workers', '0']);
      expect(run.status, run.stdout).toBeFalsy();
      expect(place.read('paper.html').toString('utf8')).toContain('<h1>');
      const text = uncommented(place.read('paper.yaml').toString('utf8'));
      place.file('all.yaml', text.replace('reps: 9999', 'reps: 99'));
      const all = await place.wasmetrics(['study', 'all.yaml', '--workers', '0', '--json']);
      const { failed, claims } = JSON.parse(all.stdout);
      expect(failed).toEqual([]);
      expect(claims[0].verdict).not.toBe('not testable');
    },
    120_000,
  );

  it('finds no panel in rows without units, and the panel of a Stata file', async () => {
    place.file('plain.csv', plain);
    expect((await place.wasmetrics(['init', 'plain.csv'])).stderr).toContain('panel: none guessed');
    expect((await place.wasmetrics(['study', 'paper.yaml'])).status).toBeFalsy();
    copied('examples/abdata.csv', 'abdata.csv');
    await place.wasmetrics(['convert', 'abdata.csv', 'ab.dta']);
    await place.wasmetrics(['init', 'ab.dta', 'ab.yaml']);
    expect(study('ab.yaml')).toMatchObject({ data: 'ab.dta', panel: { unit: 'id', time: 'year' } });
    expect((await place.wasmetrics(['study', 'ab.yaml'])).status).toBeFalsy();
  });

  it('prints the study, and never replaces a file', async () => {
    place.file('plain.csv', plain);
    const { stdout } = await place.wasmetrics(['init', 'plain.csv', '-']);
    expect(parse(stdout)).toMatchObject({ study: 1, data: 'plain.csv' });
    place.file('mine.yaml', 'mine');
    const refused = await place.wasmetrics(['init', 'plain.csv', 'mine.yaml']);
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('mine.yaml: expected a file that does not exist');
    expect(place.read('mine.yaml').toString('utf8')).toBe('mine');
  });

  it('refuses data without two columns of numbers', async () => {
    place.file('texts.csv', 'a,b\nx,y\nz,w\n');
    const { status, stderr } = await place.wasmetrics(['init', 'texts.csv']);
    expect(status).toBe(3);
    expect(stderr).toContain('starter: expected at least two numeric columns that vary');
  });
});
