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
