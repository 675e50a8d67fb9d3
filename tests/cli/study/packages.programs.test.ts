/** A study whose outputs need packages that are not installed. Each run is a process of a copy of the program. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'packages-'));
  const parts = readdirSync(join(root, 'dist/cjs')).filter((name) => name.endsWith('.cjs'));
  // prettier-ignore
  for (const name of [
    'package.json', 'dist/cli/main.js', 'dist/cli/program.js', 'dist/cli/package.json',
    'dist/cli/import-module.cjs', 'dist/wasmetrics.wasm', 'dist/texts',
    ...parts.map((part) => `dist/cjs/${part}`),
  ]) {
    cpSync(join(root, name), join(place, name), { recursive: true });
  }
  writeFileSync(join(place, 'd.csv'), 'y,x\n1,2\n2,3\n3,5\n5,6\n6,9\n7,8\n');
});
afterAll(() => rmSync(place, { recursive: true }));

function study(out: string, ...args: string[]) {
  const text = `data: d.csv
tables: { T1: { models: [{ estimator: ols, formula: y ~ x }] } }
figures: { F1: { coefficients: x, of: T1 } }
out: { ${out} }
`;
  writeFileSync(join(place, 's.yaml'), text);
  const run = ['dist/cli/main.js', ...args, 'study', 's.yaml', '--no-cache', '--workers', '0'];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, {
    cwd: place,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('a missing package', () => {
  it.each([
    ['docx: t.docx', 'out.docx: tables in Word: the package docx', 'npm install docx'],
    ['html: r.html', 'out.html: figures: the package vega', 'npm install vega vega-lite'],
    ['figures: f', 'out.figures: figures: the package vega', 'npm install vega vega-lite'],
  ])('of out: { %s } is said before the study runs', (out, subject, advice) => {
    const { status, stdout, stderr } = study(out);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(`${subject} is not installed; run ${advice}`);
  });

  it('that no output needs is not missed', () => {
    const out = 'markdown: t.md, xlsx: t.xlsx'; // the program has the writer of Excel inside
    expect(study(out)).toMatchObject({ status: 0, stderr: 'wrote t.md, t.xlsx\n' });
  });

  it('is said before a plan measures', () => {
    const plan = ['plan', '--for', 'parallel', '-o', 'job', '--'];
    const { status, stderr } = study('docx: t.docx', ...plan);
    expect(status).toBe(3);
    expect(stderr).toContain('the package docx is not installed');
    expect(existsSync(join(place, 'job'))).toBe(false);
  });
});
