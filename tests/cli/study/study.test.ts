/** `wasmetrics study` at a terminal: what it prints, its exit codes, and Ctrl-C. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Workplace, workplace } from '../run.js';

const csv = fileURLToPath(new URL('../../../examples/provinces/provinces.csv', import.meta.url));

let place: Workplace;
beforeEach(() => {
  place = workplace();
  cpSync(csv, join(place.folder, 'd.csv'));
});
afterEach(() => place.remove());

const head = `data: d.csv
panel: { unit: province, time: year }
`;
const small = `${head}tables:
  T1: { models: [{ estimator: ols, formula: Level ~ Gov }] }
  T2: { models: [{ estimator: ols, formula: Level ~ Gvo }] }
claims:
  H1: 'T1.1: Gov > 0'
  H2: 'T1.1: Gov < 0'
out: { markdown: tables.md }
`;
const long = `${head}tables:
  T1: { models: [{ estimator: ols, formula: Level ~ Gov }] }
  T2:
    model: { estimator: ols, formula: Level ~ Gov }
    split: { by: GovSupport, at: mean }
    compare: { of: Gov, by: permutation, reps: 2000000 }
out: { markdown: tables.md }
`;

const run = (text: string, ...args: string[]) =>
  place.wasmetrics(['study', place.file('s.yaml', text), '--no-cache', ...args]);

describe('wasmetrics study', () => {
  it('makes the other tables if one fails, marks that one, and exits with 7', async () => {
    const { status, stdout, stderr } = await run(small);
    expect(status).toBe(7);
    expect(stdout).toContain('T2 failed: s.yaml:5:53: T2.1: unknown column "Gvo"');
    expect(stdout).toMatch(/T1\n=+/);
    expect(stderr).toBe('wrote tables.md\n');
  });

  it('says in every format of tables what could not be made', async () => {
    const out =
      'markdown: t.md, csv: t.csv, latex: t.tex, typst: t.typ, quarto: t.qmd, docx: t.docx';
    const text = small.replace('markdown: tables.md', out);
    expect((await run(`language: zh\n${text}`)).status).toBe(7);
    for (const file of ['t.md', 't.csv', 't.tex', 't.typ', 't.qmd']) {
      const written = readFileSync(join(place.folder, file), 'utf8');
      expect(written).toMatch(/T2 未能完成：T2\.1：没有变量“Gvo”/);
    }
    const parts = unzipSync(readFileSync(join(place.folder, 't.docx')));
    const words = strFromU8(parts['word/document.xml']!).replace(/<[^>]+>/g, '');
    expect(words).toContain('T2 未能完成：T2.1：没有变量“Gvo”');
  });

  it('exits with 8 if a required claim is not supported', async () => {
    const text = small.replace('Gvo', 'Gov');
    expect((await run(text, '--require', 'H1')).status).toBe(0);
    const lost = await run(text, '--require', 'H1,H2');
    expect(lost.status).toBe(8);
    expect(lost.stderr).toContain('--require: H2 is not supported\n');
  });

  it('refuses a required claim that the study does not have', async () => {
    const { status, stderr } = await run(small, '--require', 'H1,h3');
    expect(status).toBe(3);
    expect(stderr).toBe('wasmetrics: study: required: unknown claim "h3" (did you mean "H1"?)\n');
  });

  it('keeps what is done at Ctrl-C, writes no files and says how to continue', async () => {
    const file = place.file('s.yaml', long);
    const args = ['study', file, '--cache', 'kept', '--progress'];
    const { status, stdout, stderr } = await place.interrupted(args, /study: T2/);
    expect(status).toBe(130);
    expect(stdout).toMatch(/T1\n=+/);
    expect(stdout).toContain('Stopped before these were complete: T2');
    expect(stderr).toContain('continue with: wasmetrics study s.yaml --cache kept --resume\n');
    expect(existsSync(join(place.folder, 'tables.md'))).toBe(false);
  });
});
