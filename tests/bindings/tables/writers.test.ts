import { describe, expect, it } from 'vitest';
import {
  left,
  number,
  right,
  row,
  table,
  withError,
  words,
} from '../../../bindings/tables/blocks.js';
import type { Document } from '../../../bindings/tables/document.js';
import { writeCsv } from '../../../bindings/tables/writers/csv.js';
import { tableLines, wrap } from '../../../bindings/tables/writers/layout.js';
import { writeMarkdown } from '../../../bindings/tables/writers/markdown.js';
import { writeText } from '../../../bindings/tables/writers/text.js';

const two = (x: number) => x.toFixed(2);

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
    expect(writeText(page, false).split('\n')).toEqual([
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
    const text = writeText(page, true);
    expect(text).toContain('\u001b[1mExample\u001b[22m');
    expect(text).toContain('\u001b[2mhow to read it\u001b[22m');
    expect(text).toContain('\u001b[33mwarning: few units\u001b[39m');
  });

  it('shows names in Markdown as they are, with markup and HTML escaped', () => {
    const names = {
      '<script>alert(1)</script>': '&lt;script>alert(1)&lt;/script>',
      '[x](javascript:alert(1))': '[x]\\(javascript:alert(1))',
      '![x](http://a)': '![x]\\(http://a)',
      '[x]: javascript:1': '[x]\\: javascript:1',
      'a|b': 'a\\|b',
      '`code`': '\\`code\\`',
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

describe('lines of a table', () => {
  it('align columns and end cleanly', () => {
    const rows = [row(words('xyz'), words('1')), row(words('x'), words('100'), words('w'))];
    expect(tableLines([left('a'), right('bb'), left('c')], rows)).toEqual([
      'a     bb  c',
      'xyz    1',
      'x    100  w',
    ]);
  });

  it('go on under the last column where its words are long', () => {
    const long = 'word '.repeat(30).trim();
    const [, first, second] = tableLines([left('a'), left('b')], [row(words('x'), words(long))]);
    expect(first).toMatch(/^x {2}word/);
    expect(second).toMatch(/^ {3}word/);
  });
});

describe('long sentences', () => {
  it('break at spaces', () => {
    expect(wrap('one two three', 7, '  ')).toEqual(['one two', '  three']);
    expect(wrap('unbreakable', 3)).toEqual(['unbreakable']);
  });
});
