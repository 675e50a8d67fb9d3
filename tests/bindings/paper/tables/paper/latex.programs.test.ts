/** LaTeX compiles printed tables. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FitResult } from 'wasmetrics';
import {
  latexPreamble,
  type PaperTable,
  regressionTable,
  renderTable,
  tabularrayPreamble,
} from 'wasmetrics/report';
import { hasLatexFiles, isMissing } from '../../../../installed.js';
import { fits as makeFits, odd } from './fits.js';

let fits: FitResult[];
let table: PaperTable;
beforeAll(async () => {
  fits = await makeFits();
  table = regressionTable(fits, { title: 'Employment' });
});

const isRun = hasLatexFiles('siunitx.sty', 'threeparttable.sty');

/** Messages of a compilation: errors, references, lines that are too long. */
function compiled(program: 'pdflatex' | 'xelatex', lines: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-latex-'));
  try {
    writeFileSync(join(folder, 'a.tex'), lines.join('\n'));
    const args = ['-interaction=nonstopmode', '-halt-on-error', 'a.tex'];
    const { status } = spawnSync(program, args, { cwd: folder });
    const log = readFileSync(join(folder, 'a.log'), 'latin1');
    return { status, messages: log.match(/^!.*|^LaTeX Warning: .*(undefined|multiply).*/gm) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('tables for LaTeX', () => {
  if (isMissing('LaTeX with siunitx and threeparttable', isRun)) return;

  it('compile, with odd names, without a message', () => {
    const labels = { w: odd, n: odd };
    const tables = [table, regressionTable(fits, { labels, below: ['stdError', 'interval', 'p'] })];
    expect(
      compiled('pdflatex', [
        '\\documentclass{article}',
        latexPreamble,
        '\\begin{document}',
        ...tables.map((one) => renderTable(one, 'latex')),
        renderTable(table, 'latex', { float: false }),
        '\\end{document}',
      ]),
    ).toEqual({ status: 0, messages: null });
  });

  describe('with tabularray', () => {
    if (isMissing('tabularray', hasLatexFiles('tabularray.sty'))) return;

    it('compile', () => {
      const panels = [
        { title: odd, models: [1, 2] },
        { title: 'GMM', models: [3, 4] },
      ];
      const stacked = regressionTable(fits, { panels, labels: { w: odd }, below: ['interval'] });
      const shown = [table, stacked].map((one) => renderTable(one, 'latex', { tabularray: true }));
      expect(
        compiled('pdflatex', [
          '\\documentclass{article}',
          tabularrayPreamble,
          '\\begin{document}',
          ...shown,
          '\\end{document}',
        ]),
      ).toEqual({ status: 0, messages: null });
    });
  });

  describe('in Chinese', () => {
    if (isMissing('ctex', hasLatexFiles('ctexart.cls'))) return;

    it('compile', () => {
      const chinese = regressionTable(fits, { title: '就业', language: 'zh', style: 'three-line' });
      expect(
        compiled('xelatex', [
          '\\documentclass{ctexart}',
          latexPreamble,
          '\\begin{document}',
          renderTable(chinese, 'latex'),
          '\\end{document}',
        ]),
      ).toEqual({ status: 0, messages: null });
    });
  });
});
