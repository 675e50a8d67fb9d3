/** Outputs of studies whose paths lead out of their folder. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insidePath } from '../../../cli/bundle/outputs.js';
import { type Workplace, workplace } from '../run.js';

let place: Workplace;
beforeEach(() => {
  place = workplace();
  mkdirSync(join(place.folder, 'a/b/paper'), { recursive: true });
  mkdirSync(join(place.folder, 'a/b/texts'));
  place.file('a/b/paper/d.csv', 'y,x\n1,2\n2,3\n3,5\n5,6\n6,9\n7,8\n');
  place.file('a/b/texts/r.md.tmpl', 'n {{T1.1.x}}\n');
});
afterEach(() => place.remove());

const head = `data: d.csv
tables:
  T1: { models: [{ estimator: ols, formula: y ~ x }] }
`;
const study = (rest: string) => place.file('a/b/paper/s.yaml', head + rest);

const filesIn = (folder: string) =>
  readdirSync(join(place.folder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.folder.length + 1))
    .sort();

const outputsOnly = ['--outputs-only', '--no-progress', '-o', 'a/b/paper/run/outputs'];

describe('the outputs of a bundle', () => {
  it.each([
    ['../../../../x.md', 'x.md'],
    ['a/../../../../../x.md', 'x.md'],
    ['a/b/../x.md', 'a/x.md'],
    ['./x.md', 'x.md'],
    ['/etc//x.md', 'etc/x.md'],
    ['C:\\x\\..\\..\\y.md', 'y.md'],
    ['C:..\\..\\y.md', 'y.md'],
    ['....//....//x.md', '..../..../x.md'],
    ['..', ''],
  ])('keep %s as %s', (path, kept) => expect(insidePath(path)).toBe(kept));

  it('stay below their folder, and so do texts', async () => {
    const before = filesIn('.');
    const out =
      'out: { markdown: ../../../../up.md, csv: a/../../../../t.csv, latex: "..\\\\..\\\\x.tex" }';
    const path = study(`${out}\ntext: ../texts/r.md.tmpl\n`);
    expect(await place.wasmetrics(['bundle', path, ...outputsOnly])).toMatchObject({ status: 0 });
    const made = filesIn('.').filter((file) => !before.includes(file) && file !== path);
    expect(made.filter((file) => !file.startsWith('a/b/paper/run/outputs/'))).toEqual([]);
    expect(filesIn('a/b/paper/run/outputs/paper')).toEqual(
      ['t.csv', 'texts/r.md', 'up.md', 'x.tex'].map(
        (name) => `a/b/paper/run/outputs/paper/${name}`,
      ),
    );
  });

  it('are refused if two would be the same file, or one none', async () => {
    const run = async (out: string) =>
      (await place.wasmetrics(['bundle', study(out), ...outputsOnly])).stderr;
    expect(await run('out: { markdown: ../t.txt, csv: t.txt }\n')).toContain(
      'out.csv: expected a path in the bundle that differs from that of out.markdown (../t.txt), found t.txt',
    );
    expect(await run('out: { markdown: .. }\n')).toContain('expected a file name, found ..');
    expect(existsSync(join(place.folder, 'a/b/paper/run'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('are not written through links', async () => {
    const outside = join(place.folder, 'outside.md');
    writeFileSync(outside, 'mine\n');
    mkdirSync(join(place.folder, 'a/b/paper/run/outputs/tables'), { recursive: true });
    symlinkSync(outside, join(place.folder, 'a/b/paper/run/outputs/tables/T1.md'));
    symlinkSync(outside, join(place.folder, 'a/b/paper/run/outputs/report.txt'));
    expect(await place.wasmetrics(['bundle', study(''), ...outputsOnly])).toMatchObject({
      status: 0,
    });
    expect(readFileSync(outside, 'utf8')).toBe('mine\n');
  });
});

describe('a study that writes outside its folder', () => {
  const out = 'out: { markdown: ../tables.md, csv: t.csv }\ntext: ../texts/r.md.tmpl\n';

  it('says so before it runs', async () => {
    const path = study(out);
    const { status, stderr } = await place.wasmetrics(['study', path, '--no-cache']);
    expect(status).toBe(0);
    expect(stderr.split('\n')[0]).toBe(
      'wasmetrics: the study writes outside a/b/paper: out.markdown (a/b/tables.md), text (a/b/texts/r.md)',
    );
  });

  it('says nothing if all is below the folder of --out', async () => {
    const path = study('out: { markdown: t/tables.md, csv: t.csv }\n');
    const { stderr } = await place.wasmetrics(['study', path, '--no-cache', '--out', 'other']);
    expect(stderr).toBe('wrote other/t/tables.md, other/t.csv\n');
  });

  it.skipIf(process.platform === 'win32')('says so of folders that are links', async () => {
    mkdirSync(join(place.folder, 'elsewhere'));
    symlinkSync(join(place.folder, 'elsewhere'), join(place.folder, 'a/b/paper/results'));
    const path = study('out: { markdown: results/tables.md }\n');
    const { stderr } = await place.wasmetrics(['study', path, '--no-cache']);
    expect(stderr).toContain('writes outside a/b/paper: out.markdown');
  });

  it('is refused in a bundle', async () => {
    mkdirSync(join(place.folder, 'bundle/study'), { recursive: true });
    place.file('bundle/bundle.json', '{}');
    place.file('bundle/study/d.csv', 'y,x\n1,2\n2,3\n3,5\n5,6\n');
    const path = place.file('bundle/study/s.yaml', `${head}out: { markdown: ../README.md }\n`);
    const { status, stderr } = await place.wasmetrics(['study', path, '--no-cache']);
    expect(status).toBe(3);
    expect(stderr).toContain('expected a file below bundle/study, as the study is in a bundle');
    expect(existsSync(join(place.folder, 'bundle/README.md'))).toBe(false);
  });
});
