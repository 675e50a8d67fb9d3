/** Typst as authors write it. */
import { type Line, lines } from '../printed.js';
import { type Layout, numbered } from './layout.js';

const words = {
  n: 'Observations',
  r2: '$R^2$',
  adjR2: 'Adjusted $R^2$',
  rmse: 'RMSE',
  clusters: 'Clusters',
  units: 'Firms',
  firstF: 'First-stage F',
  ll: 'Log likelihood',
  aic: 'AIC',
  pseudoR2: 'Pseudo $R^2$',
  bandwidth: 'Bandwidth',
  order: 'Order',
  jP: 'Hansen p',
};

const escaped = (text: string) => text.replace(/[*_#<@\\[\]]/g, '\\$&');
const inBrackets = (rows: readonly Line[]) =>
  rows.map((row) => `    ${row.map((text) => `[${text}]`).join(', ')},`).join('\n');
const safeRow = ([label, ...texts]: Line): Line => [label, ...texts.map(escaped)];

/** A figure with a header, raised stars and notes in a block. */
const figure: Layout = {
  name: 'Typst, figure',
  vocabulary: words,
  render: ({ table, notes, draw }) => {
    const n = table.heads.length;
    const raised = draw.pick<(stars: string) => string>([
      (stars) => `#super[${escaped(stars)}]`,
      escaped,
    ]);
    const body = table.rows.flatMap(({ label, cells }): Line[] => [
      [
        escaped(label),
        ...cells.map((one) =>
          one === undefined ? '' : escaped(one.coef) + (one.stars === '' ? '' : raised(one.stars)),
        ),
      ],
      ...table.style.below.map((_, i): Line => [
        '',
        ...cells.map((one) => escaped(one?.below[i] ?? '')),
      ]),
    ]);
    const columns = draw.pick([String(n + 1), `(auto,) + (1fr,) * ${n}`, `(1fr,) * ${n + 1}`]);
    return `#figure(
  table(
    columns: ${columns},
    stroke: none,
    table.hline(),
    table.header(
      [], table.cell(colspan: ${n})[${escaped(table.study.title)}],
      [], ${table.outcomes.map((one) => `[${escaped(one)}]`).join(', ')},
      [], ${numbered(table)
        .map((one) => `[${one}]`)
        .join(', ')},
    ),
    table.hline(stroke: 0.5pt),
${inBrackets(body)}
    table.hline(stroke: 0.5pt),
${inBrackets([...table.words, ...table.stats].map(safeRow))}
    table.hline(),
  ),
  caption: [${escaped(table.study.title)}],
) <tab:main>

#text(size: 9pt)[_Notes:_ ${notes.map(escaped).join('. ')}.]
`;
  },
};

/** A table alone, with strings as cells, and its notes as a paragraph. */
export const bare: Layout = {
  name: 'Typst, strings',
  vocabulary: { ...words, r2: 'R²', adjR2: 'Adjusted R²', pseudoR2: 'Pseudo R²' },
  render: ({ table, notes }) => {
    const strings = (row: Line) =>
      `  ${row.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(', ')},`;
    const rows = [
      ['', ...numbered(table)] as unknown as Line,
      ...lines(table, ({ coef, stars }) => coef + stars),
      ...table.words,
      ...table.stats,
    ];
    return `== ${table.study.title}

#table(
  columns: ${table.heads.length + 1},
${rows.map(strings).join('\n')}
)

${notes.map(escaped).join('. ')}.
`;
  },
};

export const typstLayouts: readonly Layout[] = [figure];
