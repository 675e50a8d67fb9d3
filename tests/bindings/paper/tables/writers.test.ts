import { describe, expect, it } from 'vitest';
import { decimal, left, number, right, row, table, withError, words } from './blocks.js';
import type { Document, Form, TableBlock } from '../../../../bindings/paper/tables/document.js';
import { full, inForm, longer, summary } from '../../../../bindings/paper/tables/forms.js';
import { writeCsv } from '../../../../bindings/paper/tables/writers/csv.js';
import { type Page, tableParts } from '../../../../bindings/paper/tables/writers/layout.js';
import { widthOf, wrap } from '../../../../bindings/paper/tables/writers/measure.js';
import { writeMarkdown } from '../../../../bindings/paper/tables/writers/markdown.js';
import { writeText } from '../../../../bindings/paper/tables/writers/text.js';

const two = (x: number) => x.toFixed(2);
const wide = { width: 80, shorten: true };

const page: Document = {
  kind: 'example',
  title: 'Example',
  blocks: [
    { type: 'facts', facts: [{ label: 'rows', words: '3 read' }] },
    ...table(
      'Estimates',
      [left('name'), right('estimate')],
      [
        row(words('a, b'), withError(1 / 3, 0.5, two)),
        { level: 1, cells: [words('below'), number(NaN, () => '.')] },
      ],
    ),
    { type: 'notes', notes: ['how to read it'], legend: true },
    { type: 'text', paragraphs: ['One.', 'Two.'] },
    { type: 'warnings', warnings: ['few units'] },
  ],
  footer: 'made here',
};

describe('a document', () => {
  it('is a page of aligned text', () => {
    expect(writeText(page, { ...wide, color: false }).split('\n')).toEqual([
      'Example',
      '',
      'rows          3 read',
      '',
      'name        estimate',
      'a, b     0.33 (0.50)',
      '  below            .',
      'how to read it',
      '',
      'One.',
      '',
      'Two.',
      '',
      'warning: few units',
      '',
      'made here',
    ]);
  });

  it('has bold headings, quiet legends and yellow warnings in color', () => {
    const text = writeText(page, { ...wide, color: true });
    expect(text).toContain('\u001b[1mExample\u001b[22m');
    expect(text).toContain('\u001b[2mhow to read it\u001b[22m');
    expect(text).toContain('\u001b[33mwarning: few units\u001b[39m');
  });

  it('shows names in Markdown as they are, with markup and HTML escaped', () => {
    const names = {
      '<script>alert(1)</script>': '&lt;script>alert(1)&lt;/script>',
      '[x](javascript:alert(1))': '\\[x]\\(javascript:alert(1))',
      '![x](http://a)': '!\\[x]\\(http://a)',
      '[x]: javascript:1': '\\[x]\\: javascript:1',
      'a|b': 'a\\|b',
      '`code`': '&#96;code&#96;',
      '**bold** _it_': '\\*\\*bold** _it\\_',
      '~~gone~~': '\\~\\~gone~~',
      '&lt;b&gt;': '&amp;lt;b&amp;gt;',
      '\\': '\\\\',
      'a * b < 0.1, x_1, _cons, [0, 1]': 'a * b < 0.1, x_1, _cons, [0, 1]',
    };
    for (const [name, escaped] of Object.entries(names)) {
      const block = table('t', [left('name')], [row(words(name))]);
      const made = writeMarkdown({ kind: 'k', title: name, blocks: block });
      expect(made).toBe(`### ${escaped}\n\n| name |\n| :-- |\n| ${escaped} |`);
    }
  });

  it('has no cell in CSV that a spreadsheet would run, and numbers as they are', () => {
    const cells = ['=1+1', '+A1', '@SUM(A1)', '-2+3', '-x', '-0.5', '+1e-5', 'a=b'];
    const block = table(
      't',
      [left('-name')],
      cells.map((cell) => row(words(cell))),
    );
    expect(writeCsv({ kind: 'k', title: '', blocks: block }).split('\n')).toEqual([
      "'-name",
      "'=1+1",
      "'+A1",
      "'@SUM(A1)",
      "'-2+3",
      "'-x",
      '-0.5',
      '+1e-5',
      'a=b',
    ]);
  });

  it('is Markdown', () => {
    expect(writeMarkdown(page).split('\n\n')).toEqual([
      '### Example',
      '- rows: 3 read',
      '| name | estimate |\n| :-- | --: |\n| a, b | 0.33 (0.50) |\n| below | . |',
      '- how to read it',
      'One.',
      'Two.',
      '- warning: few units',
      'made here',
    ]);
  });

  it('is CSV with full numbers, those in parentheses in a column of their own', () => {
    expect(writeCsv(page).split('\n')).toEqual([
      'name,estimate,estimate error',
      '"a, b",0.3333333333333333,0.5',
      'below,,',
    ]);
  });
});

const linesOf = (
  columns: TableBlock['columns'],
  rows: TableBlock['rows'],
  page: Page = { width: 80, shorten: true },
) => tableParts({ columns, rows }, page).flatMap(({ heading, lines }) => [...heading, ...lines]);

describe('lines of a table', () => {
  it('align columns and end cleanly', () => {
    const rows = [row(words('xyz'), words('1')), row(words('x'), words('100'), words('w'))];
    expect(linesOf([left('a'), right('bb'), left('c')], rows)).toEqual([
      'a     bb  c',
      'xyz    1',
      'x    100  w',
    ]);
  });

  it('go on under the last column where its words are long', () => {
    const long = 'word '.repeat(30).trim();
    const [, first, second] = linesOf([left('a'), left('b')], [row(words('x'), words(long))]);
    expect(first).toMatch(/^x {2}word/);
    expect(second).toMatch(/^ {3}word/);
  });
});

it('a table may have more rows than a call has arguments', () => {
  const columns = [{ heading: 'x', align: 'decimal' as const }];
  const rows = Array.from({ length: 300_000 }, (_, i) => ({ cells: [{ text: `${i}.5` }] }));
  const [part] = tableParts({ columns, rows }, { width: 80, shorten: false });
  expect(part!.lines.at(-1)).toBe('299999.5');
});

describe('a table on a page that is too narrow', () => {
  const headings = ['estimate', 'error', 'low', 'high'];
  const columns = [left('name'), ...headings.map(decimal)];
  const rowOf = (name: string) =>
    row(words(name), ...[1.25, 0.5, -1, 3].map((x) => number(x, two)));
  const rows = ['a_long_name_of_a_first_column', 'a_long_name_of_a_second_column'].map(rowOf);

  it('shortens names in the middle, if they stay different', () => {
    const lines = linesOf(columns, rows, { width: 50, shorten: true });
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^a_long_nam…st_column +1\.25 +0\.50 +-1\.00 +3\.00$/);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(50);
  });

  it('keeps names whole that would be the same, or if asked', () => {
    const same = ['the_first_number_of_three', 'the_first_letter_of_three'].map(rowOf);
    for (const [some, shorten] of [
      [same, true],
      [rows, false],
    ] as const) {
      const lines = linesOf(columns, some, { width: 44, shorten });
      expect(lines.join('\n')).not.toContain('…');
      const names = lines.slice(1).map((line) => line.split(' ')[0]);
      expect(names.join('')).toBe(some.map(({ cells }) => cells[0]!.text).join(''));
    }
  });

  it('goes on below with the names again', () => {
    const lines = linesOf(columns, rows, { width: 36, shorten: true });
    expect(lines.filter((line) => line.startsWith('name'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('a_long'))).toHaveLength(4);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(36);
  });
});

describe('numbers with different decimals', () => {
  it('have their points below each other, also with stars', () => {
    const cells = ['-0.37***', '2.675', '12', '.'].map((text) => row(words('x'), words(text)));
    expect(linesOf([left('a'), decimal('b')], cells)).toEqual([
      'a         b',
      'x  -0.37***',
      'x   2.675',
      'x  12',
      'x    .',
    ]);
  });
});

describe('a form of a document', () => {
  const forms = (form: Form) => inForm(document, form).blocks;
  const document: Document = {
    kind: 'example',
    title: 'Example',
    blocks: [
      { type: 'facts', facts: [{ label: 'a', words: 'b', forms: full }] },
      {
        type: 'table',
        name: 't',
        columns: [left('x'), { ...right('y'), forms: longer }],
        rows: [row(words('1'), words('2')), { ...row(words('3'), words('4')), forms: summary }],
      },
    ],
  };

  it('leaves out what it does not show, and blocks without anything', () => {
    const [table] = forms('default') as TableBlock[];
    expect(table!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    const [brief] = forms('brief') as TableBlock[];
    expect(brief!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['1']]);
    expect(brief!.columns).toHaveLength(1);
    expect(forms('full').map(({ type }) => type)).toEqual(['facts', 'table']);
  });
});

describe('long sentences', () => {
  it('break at spaces', () => {
    expect(wrap('one two three', 7, '  ')).toEqual(['one two', '  three']);
    expect(wrap('unbreakable', 3)).toEqual(['unbreakable']);
  });
});
