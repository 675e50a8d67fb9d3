/** Word documents. */
import { strToU8, zipSync } from 'fflate';
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines } from '../printed.js';
import { safe, htmlWords } from './html.js';
import { type Layout, levels, numbered } from './layout.js';

const paragraph = (text: string) =>
  `<w:p><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">${safe(text)}</w:t></w:r></w:p>`;

interface WordCell {
  readonly text: string;
  readonly span?: number;
}

const cell = ({ text, span = 1 }: WordCell) =>
  `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>${paragraph(text)}</w:tc>`;

export function documentOf(
  title: string,
  rows: readonly (readonly WordCell[])[],
  notes: readonly string[],
): Uint8Array {
  const table = `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${title === '' ? '' : paragraph(title)}${table}${notes.map(paragraph).join('')}<w:sectPr/></w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(document) });
}

export const textCells = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((text): WordCell => ({ text })));

const outreg: Layout = {
  name: 'outreg2, Word',
  vocabulary: { ...htmlWords, n: 'Observations' },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('p')]],
    legends: [{ '***': 0.01, '**': 0.05, '*': 0.1 }],
  },
  render: ({ table, notes }) =>
    documentOf(
      `Table 3: ${table.study.title}`,
      textCells([
        ['', ...numbered(table)],
        ['VARIABLES', ...table.outcomes],
        ['', ...table.heads.map(() => '')],
        ...lines(table, ({ coef, stars }) => coef + stars),
        ['', ...table.heads.map(() => '')],
        ...table.stats,
        ...table.words,
      ]),
      notes,
    ),
};

/** Notes in the last row, over all columns. */
const flextable: Layout = {
  name: 'flextable, Word',
  vocabulary: {
    n: 'Num.Obs.',
    r2: 'R2',
    adjR2: 'R2 Adj.',
    rmse: 'RMSE',
    aic: 'AIC',
    f: 'F',
    Constant: '(Intercept)',
  },
  limits: {
    below: [[inParentheses('se')], [inBrackets('ci')], [inParentheses('se'), inBrackets('p')]],
  },
  render: ({ table, notes }) => {
    const n = table.heads.length;
    return documentOf(
      table.study.title,
      [
        [{ text: '' }, { text: 'Dependent variable', span: n }],
        ...textCells([
          ['', ...table.heads.map((head, i) => `(${i + 1}) ${head}`)],
          ...lines(table, ({ coef, stars }) => coef + stars),
          ...table.words,
          ...table.stats,
        ]),
        ...notes.map((note) => [{ text: note, span: n + 1 }]),
      ],
      [],
    );
  },
};

/** Psychology: B, SE, t and p in columns, one model. */
const apa: Layout = {
  name: 'APA, Word',
  vocabulary: {},
  limits: {
    below: [[inParentheses('se'), inParentheses('t'), inParentheses('p')]],
    legends: [{}, { '*': 0.05, '**': 0.01, '***': 0.001 }],
    decimals: ['.'],
  },
  notes: (style, study) => [
    `Note. N = ${String(study.fits.at(-1)!.stats['n'])}.${
      Object.keys(style.legend).length === 0
        ? ''
        : ` ${levels(style, 'mild')
            .map(([mark, level]) => `${mark}p < ${String(level).replace(/^0/, '')}`)
            .join('. ')}.`
    }`,
  ],
  render: ({ table, notes }) => {
    const last = table.heads.length - 1;
    const usesZ = table.style.below.some(({ quantity }) => quantity === 'z');
    const rows = table.rows.flatMap(({ label, cells }): Line[] => {
      const one = cells[last];
      return one === undefined
        ? []
        : [[label, one.coef + one.stars, ...one.below.map((text) => text.slice(1, -1))]];
    });
    return documentOf(
      `Table 1. ${table.study.title}`,
      textCells([['Predictor', 'B', 'SE B', usesZ ? 'z' : 't', 'p'], ...rows]),
      notes,
    );
  },
};

export const wordLayouts: readonly Layout[] = [outreg, flextable, apa];
