/** Comma-, semicolon- and tab-separated tables. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines } from '../printed.js';
import { type Layout, numbered } from './layout.js';

const words = {
  n: 'Observations',
  r2: 'R-squared',
  adjR2: 'Adj. R-squared',
  rmse: 'RMSE',
  ymean: 'Mean dep. var.',
  clusters: 'Clusters',
  firstF: 'First stage F',
  bandwidth: 'Bandwidth',
  order: 'Order',
  aic: 'AIC',
  ll: 'Log likelihood',
  units: 'Number of groups',
  f: 'F',
  jP: 'Hansen J p-value',
  instruments: 'Number of instruments',
  pseudoR2: 'Pseudo R2',
};

const quoted = (text: string) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const esttab: Layout = {
  name: 'esttab, CSV',
  vocabulary: { ...words, n: 'N' },
  render: ({ table, notes }) => {
    const cell = (text: string) => `"=""${text.replaceAll('"', '')}"""`;
    const rows: readonly (readonly string[])[] = [
      ['', ...numbered(table)],
      ['', ...table.outcomes],
      ...lines(table, ({ coef, stars }) => coef + stars),
      ...table.words,
      ...table.stats,
      ...notes.map((note) => [note]),
    ];
    return `${rows.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
  },
};

const semicolons: Layout = {
  name: 'semicolons and decimal commas',
  vocabulary: words,
  limits: { decimals: [','] },
  render: ({ table, notes }) =>
    `\uFEFF${[
      [table.study.title],
      ['', ...table.heads],
      ['', ...numbered(table)],
      ...lines(table, ({ coef, stars }) => coef + stars),
      ...table.words,
      ...table.stats,
      ...notes.map((note) => [note]),
    ]
      .map((line) => line.map(quoted).join(';'))
      .join('\r\n')}\r\n`,
};

/** Errors in the column to the right, by hand in a spreadsheet. */
const tabs: Layout = {
  name: 'tabs, errors to the right',
  vocabulary: words,
  limits: { below: [[inParentheses('se')], [inParentheses('t')], [inBrackets('p')]] },
  render: ({ table, notes }) => {
    const apart = (texts: readonly string[]) => texts.flatMap((text) => [text, '']);
    const rows: readonly (readonly string[])[] = [
      ['', ...apart(table.heads.map((head, i) => `(${i + 1}) ${head}`))],
      ...table.rows.map(({ label, cells }) => [
        label,
        ...cells.flatMap((cell) =>
          cell === undefined ? ['', ''] : [cell.coef + cell.stars, cell.below[0]!],
        ),
      ]),
      ...[...table.words, ...table.stats].map(([label, ...texts]) => [label, ...apart(texts)]),
      ...notes.map((note) => [note]),
    ];
    return rows.map((line) => line.join('\t')).join('\n');
  },
};

/** Plain commas, the title first and the notes last, with empty lines between. */
const plain: Layout = {
  name: 'plain CSV',
  vocabulary: words,
  render: ({ table, notes }) => {
    const rows: readonly Line[] = [
      ['Variables', ...numbered(table)],
      ...lines(table, ({ coef, stars }) => coef + stars),
      ...table.stats,
      ...table.words,
    ];
    return `${quoted(table.study.title)}\n\n${rows.map((line) => line.map(quoted).join(',')).join('\n')}\n\n${quoted(notes.join('. '))}\n`;
  },
};

export const csvLayouts: readonly Layout[] = [esttab, semicolons, tabs, plain];
