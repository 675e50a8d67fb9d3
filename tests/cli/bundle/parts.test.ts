/** Parts of a bundle besides its outputs: the run makes them again, and what authors may edit is compared number by number. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from '../run.js';
import { change, copyOf, reseal } from './forged.js';
import { studies, writeStudy } from './study.js';

let place: Workplace;
const minute = 60_000;
const at = (...parts: string[]) => join(place.folder, ...parts);

beforeAll(async () => {
  place = workplace();
  const path = writeStudy(place, studies.bootstrap.replace('data.csv', 'data.dta'));
  await place.wasmetrics(['convert', 'paper/data.csv', 'paper/data.dta']);
  await place.wasmetrics(['bundle', path, '-o', 'made', '--no-cache']);
}, minute);

afterAll(() => place.remove());

test(
  'an alteration of any part is named, however well it is sealed',
  async () => {
    const folder = copyOf(at('made'), at('altered'));
    change(folder, 'open-data/data.dta.csv', /^1,2011,[\d.]+/m, '1,2011,9.5');
    change(folder, 'codebook.csv', '0.803228', '0.103228');
    change(folder, 'codebook.md', '0.803228', '0.103228');
    change(folder, 'README.md', /60 rows/g, '6000 rows');
    change(folder, 'run.sh', 'sh setup.sh', 'sh setup.sh # and more');
    change(folder, 'log/run.log', 'A small paper', 'A large paper');
    change(folder, 'bundle.json', /"reps": 99/, '"reps": 9999');
    writeFileSync(join(folder, 'study', 'more.csv'), 'a\n1\n');
    reseal(folder);
    const { status, stdout } = await place.wasmetrics(['verify', 'altered']);
    expect(stdout.split('\n').filter((line) => /^(File|Document) /.test(line))).toEqual([
      expect.stringMatching(/^Document README.md: 2 statements differ; the first: expected "/),
      'Document codebook.csv: 1 statement differs: expected "name y, type number, n 60, missing 0, min -0.448, max 2.464, mean 0.989067, sd 0.803228, distinct 60, levels ", found "name y, type number, n 60, missing 0, min -0.448, max 2.464, mean 0.989067, sd 0.103228, distinct 60, levels "',
      expect.stringMatching(/^Document codebook.md: 1 statement differs: expected "\| y \| … /),
      expect.stringMatching(/^File bundle.json: differs from line \d+ on$/),
      expect.stringMatching(/^File log\/run.log: differs from line \d+ on$/),
      'File open-data/data.dta.csv: differs from line 3 on',
      expect.stringMatching(/^File ro-crate-metadata.json: differs from line \d+ on$/),
      expect.stringMatching(/^File run.sh: differs from line \d+ on$/),
      'File study/more.csv: not made by the run',
    ]);
    expect(status).toBe(9);
  },
  minute,
);

test(
  'a README that its author has filled in is as good as the first',
  async () => {
    const path = at('made', 'README.md');
    const filled = readFileSync(path, 'utf8')
      .replace(/^TODO: where the data.*$/m, 'The data were collected in 2010 to 2015.')
      .replace(/TODO/g, 'Done')
      .replace(/- \[ \]/g, '- [x]');
    writeFileSync(path, filled);
    await place.wasmetrics(['bundle', '--seal', 'made']);
    const { status, stdout } = await place.wasmetrics(['verify', 'made', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'identical',
      comparison: {
        items: expect.arrayContaining([
          expect.objectContaining({ kind: 'document', id: 'README.md', outcome: 'identical' }),
        ]),
        notCompared: expect.arrayContaining([{ path: 'LICENSE.txt', why: 'words' }]),
      },
    });
    expect(status).toBe(0);
  },
  minute,
);
