/** LaTeX reads the numbers of a study by their names. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeClaims, numbersOf, type StudyNumbers, writeLatexNumbers } from 'wasmetrics/study';
import { beforeAll, describe, expect, it } from 'vitest';
import { isInstalled, isMissing } from '../../../installed.js';
import { provinces, provincesStudy } from './provinces.js';

let numbers: StudyNumbers;
beforeAll(async () => {
  const study = await provincesStudy(await provinces());
  const { claims } = await judgeClaims({ H1: { claim: 'T4.2: Gov > 0 at 0.01' } }, study);
  numbers = numbersOf({ ...study, claims });
});

const textOf = (name: string) => numbers[name]?.text;

/** LaTeX, and the reader of its pages. */
const isRun = ['pdflatex', 'pdftotext'].every((program) => isInstalled(program, '-v'));

describe('numbers for LaTeX', () => {
  if (isMissing('LaTeX with pdftotext', isRun)) return;

  it('are read in text, formulas and footnotes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'numbers-'));
    const names = ['T4.2.Gov', 'T4.2._cons', 'T5.2.firstStage[Gov].partialF', 'H1.claim'];
    const texts = names.map((name) => `\\wm{${name}}`).join('; ');
    writeFileSync(
      join(folder, 'numbers.tex'),
      writeLatexNumbers({ ...numbers, 'a%b#': numbers['T4.2.Gov']! }),
    );
    const body = `${texts}; $\\wm{T4.2.Gov.p}$\\footnote{\\wm{T5.2.nobs}}`;
    const document = `\\documentclass{article}\\input{numbers}\\begin{document}${body}\\end{document}`;
    writeFileSync(join(folder, 'd.tex'), document);
    execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'd.tex'], {
      cwd: folder,
    });
    const text = execFileSync('pdftotext', [join(folder, 'd.pdf'), '-'], {
      encoding: 'utf8',
    }).replace(/\s+/g, ' ');
    expect(text).toContain(
      `${textOf('T4.2.Gov')}; ${textOf('T4.2._cons')}; ${textOf('T5.2.firstStage[Gov].partialF')}; T4.2: Gov > 0 at 0.01; < 0.001`,
    );
    const unknown = document.replace('T4.2.Gov}', 'T4.2.Gvo}');
    writeFileSync(join(folder, 'u.tex'), unknown);
    expect(() =>
      execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'u.tex'], {
        cwd: folder,
        stdio: 'pipe',
      }),
    ).toThrow();
    expect(readFileSync(join(folder, 'u.log'), 'utf8')).toContain(
      'the study has no number T4.2.Gvo',
    );
  });
});
