import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FitResult } from 'wasmetrics';
import { convertTable, parseCsv, readTable } from 'wasmetrics/data';
import {
  type PaperTable,
  regressionTable,
  renderTable,
  type TableFormat,
  tableFormats,
} from 'wasmetrics/report';
import { fits as makeFits, odd } from './fits.js';

let fits: FitResult[];
let table: PaperTable;
beforeAll(async () => {
  fits = await makeFits();
  table = regressionTable(fits, { title: 'Employment' });
});

const written = async (format: TableFormat, shown: PaperTable = table) => {
  const result = await renderTable(shown, format);
  return typeof result === 'string' ? result : Buffer.from(result).toString('latin1');
};

describe('render', () => {
  it.each(tableFormats)('%s is the same each time, and not empty', async (format) => {
    const text = await written(format);
    expect(text.length).toBeGreaterThan(100);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    try {
      expect(await written(format)).toBe(text);
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses an unknown format', () => {
    expect(() => renderTable(table, 'rtf' as never)).toThrow(
      'render: format: expected one of text, markdown, html, latex, typst, quarto, csv, json, docx, xlsx, pdf, png, found rtf',
    );
  });

  it('text aligns decimal points', () => {
    const lines = renderTable(table, 'text').split('\n');
    const points = lines.filter((line) => /^(w|k) /.test(line)).map((line) => line.indexOf('.'));
    expect(new Set(points).size).toBe(1);
    expect(
      new Set(lines.filter((line) => /^[=-]+$/.test(line)).map(({ length }) => length)).size,
    ).toBe(1);
  });

  it('text goes on below when the page is narrow, with every cell once', () => {
    const narrow = renderTable(table, 'text', { width: 50 });
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
    const { title, ...untitled } = table;
    expect(renderTable(table, 'csv').split('\n')[0]).toBe(title);
    const read = parseCsv(renderTable({ ...untitled, spans: [], notes: [] }, 'csv'));
    expect(read.nrows).toBe(table.body.filter(({ kind }) => kind !== 'rule').length);
  });

  it('JSON is the table', () => {
    expect(JSON.parse(renderTable(table, 'json'))).toEqual(JSON.parse(JSON.stringify(table)));
  });

  it('Excel holds the full numbers', async () => {
    const read = await readTable(await renderTable(table, 'xlsx'), { header: 3 });
    const { bytes } = await convertTable(read, 'json');
    const { columns } = JSON.parse(new TextDecoder().decode(bytes)) as {
      columns: { values: unknown[] }[];
    };
    expect(columns[1]!.values.map(Number)).toContain(fits[0]!.params['w']);
  });

  it.each(['text', 'markdown', 'html', 'latex', 'typst', 'quarto', 'csv'] as const)(
    '%s shows odd names as text',
    (format) => {
      const text = renderTable(
        regressionTable(fits, { title: odd, labels: { w: odd, n: odd } }),
        format,
      );
      expect(text).not.toContain('\u001b');
      if (format === 'html') expect(text).not.toContain('<b>');
      if (format === 'csv') expect(text).not.toMatch(/(^|,)"?=/m);
    },
  );
});

describe('text', () => {
  const label = 'A label that is far too long for any table '.repeat(12);

  it('breaks long labels and headings, and 30 columns on a terminal of 40', () => {
    const many = Array.from({ length: 30 }, (_, i) => fits[i % fits.length]!);
    const wide = regressionTable(many, { labels: { w: label, n: label } });
    const lines = renderTable(wide, 'text', { width: 40 }).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(40);
    for (let column = 1; column <= 30; column++) expect(lines.join('\n')).toContain(`(${column})`);
    const unlimited = renderTable(regressionTable(fits, { labels: { w: label } }), 'text').split(
      '\n',
    );
    expect(Math.max(...unlimited.map(({ length }) => length))).toBeLessThan(150);
  });
});

describe('Quarto', () => {
  it('has a part for each format, and leaves caption and label to Quarto', () => {
    const text = renderTable(table, 'quarto', { label: 'employment' });
    expect(text).toMatch(/^:{4} \{#tbl-employment\}\n/);
    expect(text).toMatch(/\n\nEmployment\n\n:{4}$/);
    expect(text).not.toMatch(/\\caption|<caption|\\begin\{table\}|#figure/);
    const parts = [...text.matchAll(/^```\{=(\w+)\}$/gm)].map(([, format]) => format);
    expect(parts).toEqual(['html', 'latex', 'typst']);
    expect(text).toContain('| :-- |');
  });
});

describe('a table without a float', () => {
  it('keeps its notes, but no caption and no label', () => {
    const options = { float: false, label: 'x' };
    for (const format of ['latex', 'typst'] as const) {
      const text = renderTable(table, format, options);
      expect(text).toContain('clustered by id');
      expect(text).not.toMatch(/caption|figure\(|label|<x>/);
    }
  });
});

describe('Typst', () => {
  it('compiles, with odd names and Chinese', async () => {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const compiler = NodeCompiler.create();
    const labels = { w: odd, n: odd };
    const tables = [
      table,
      regressionTable(fits, { title: odd, labels, below: ['stdError', 'interval', 'p'] }),
      regressionTable(fits, { title: '就业', language: 'zh' }),
    ];
    for (const one of tables) {
      const mainFileContent = renderTable(one, 'typst', { label: 'tbl-x' });
      const pdf = compiler.pdf({ mainFileContent });
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    }
    const body = renderTable(table, 'typst', { float: false });
    expect(compiler.pdf({ mainFileContent: body }).length).toBeGreaterThan(1000);
  });
});
