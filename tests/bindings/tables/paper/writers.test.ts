import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  convertTable,
  type FitResult,
  latexPreamble,
  type PaperTable,
  parseCsv,
  readTable,
  regressionTable,
  render,
  type TableFormat,
  tableFormats,
} from 'wasmetrics';
import { fits as makeFits } from './fits.js';

let fits: FitResult[];
let table: PaperTable;
beforeAll(async () => {
  fits = await makeFits();
  table = regressionTable(fits, { title: 'Employment' });
});

/** Every character that some format reads as markup, and starts of formulas. */
const odd = '=a & b_1 %$#{}~^\\<b>*|`"\'+-@ [x] $(c) \u001b[31m';

const written = async (format: TableFormat, shown: PaperTable = table) => {
  const result = await render(shown, format);
  return typeof result === 'string' ? result : Buffer.from(result).toString('latin1');
};

describe('render', () => {
  it.each(tableFormats)('%s is the same each time, and not empty', async (format) => {
    const text = await written(format);
    expect(text.length).toBeGreaterThan(100);
    if (format !== 'docx' && format !== 'xlsx') expect(await written(format)).toBe(text);
  });

  it('refuses an unknown format', () => {
    expect(() => render(table, 'pdf' as never)).toThrow(
      'render: format: expected one of text, markdown, html, latex, typst, csv, json, docx, xlsx, found pdf',
    );
  });

  it('text aligns decimal points', () => {
    const lines = render(table, 'text').split('\n');
    const points = lines.filter((line) => /^(w|k) /.test(line)).map((line) => line.indexOf('.'));
    expect(new Set(points).size).toBe(1);
    expect(
      new Set(lines.filter((line) => /^[=-]+$/.test(line)).map(({ length }) => length)).size,
    ).toBe(1);
  });

  it('text goes on below when the page is narrow, with every cell once', () => {
    const narrow = render(table, 'text', { width: 50 });
    expect(
      Math.max(
        ...narrow
          .split('\n')
          .slice(0, -3)
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(50);
    for (const { cells } of table.body)
      for (const { text } of cells) expect(narrow).toContain(text);
  });

  it('CSV is read back with the printed texts', () => {
    const read = parseCsv(render({ ...table, spans: [], notes: [] }, 'csv'));
    expect(read.nrows).toBe(table.body.filter(({ kind }) => kind !== 'rule').length);
  });

  it('JSON is the table', () => {
    expect(JSON.parse(render(table, 'json'))).toEqual(JSON.parse(JSON.stringify(table)));
  });

  it('Excel holds the full numbers', async () => {
    const read = await readTable(await render(table, 'xlsx'), { header: 3 });
    const { bytes } = await convertTable(read, 'json');
    const { columns } = JSON.parse(new TextDecoder().decode(bytes)) as {
      columns: { values: unknown[] }[];
    };
    expect(columns[1]!.values.map(Number)).toContain(fits[0]!.params['w']);
  });

  it.each(['text', 'markdown', 'html', 'latex', 'typst', 'csv'] as const)(
    '%s shows odd names as text',
    (format) => {
      const text = render(
        regressionTable(fits, { title: odd, labels: { w: odd, n: odd } }),
        format,
      );
      expect(text).not.toContain('\u001b');
      if (format === 'html') expect(text).not.toContain('<b>');
      if (format === 'csv') expect(text).not.toMatch(/(^|,)"?=/m);
    },
  );
});

const hasLatex = spawnSync('kpsewhich', ['siunitx.sty', 'threeparttable.sty']).status === 0;

describe.runIf(hasLatex)('LaTeX', () => {
  it('compiles, with odd names, without a message', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-latex-'));
    const labels = { w: odd, n: odd };
    const tables = [table, regressionTable(fits, { labels, below: ['stdError', 'interval', 'p'] })];
    const document = [
      '\\documentclass{article}',
      latexPreamble,
      '\\begin{document}',
      ...tables.map((one) => render(one, 'latex')),
      render(table, 'latex', { float: false }),
      '\\end{document}',
    ].join('\n');
    try {
      writeFileSync(join(folder, 'a.tex'), document);
      const args = ['-interaction=nonstopmode', '-halt-on-error', 'a.tex'];
      const { status } = spawnSync('pdflatex', args, { cwd: folder });
      const log = readFileSync(join(folder, 'a.log'), 'latin1');
      expect(log.match(/^!.*|^LaTeX Warning: .*(undefined|multiply).*/gm)).toBeNull();
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
