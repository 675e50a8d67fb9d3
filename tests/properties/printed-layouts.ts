/** Layouts of common table makers, in which papers print numbers. */
import { zipSync, strToU8 } from 'fflate';

/** A table before it is laid out. */
export interface Laid {
  readonly heads: readonly string[];
  readonly rows: readonly LaidRow[];
  readonly stats: readonly (readonly [label: string, texts: readonly string[]])[];
  readonly notes: readonly string[];
}

export interface LaidRow {
  readonly label: string;
  /** By column: the coefficient, its stars, and what stands below it with its brackets. */
  readonly cells: readonly (readonly [coef: string, stars: string, below: string] | undefined)[];
}

type Layout = (table: Laid) => string | Uint8Array;

const texStars = (stars: string, form: (stars: string) => string) =>
  stars === '' ? '' : form(stars);

function lines(table: Laid, star: (stars: string) => string, minus = (text: string) => text) {
  return table.rows.flatMap(({ label, cells }) => [
    [label, ...cells.map((cell) => (cell === undefined ? '' : minus(cell[0]) + star(cell[1])))],
    ['', ...cells.map((cell) => (cell === undefined ? '' : minus(cell[2])))],
  ]);
}

const tex = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.join(' & ')} \\\\`).join('\n');

const esttab: Layout = (table) => {
  const { heads, stats, notes } = table;
  const width = heads.length + 1;
  const body = lines(table, (stars) => texStars(stars, (one) => `\\sym{${one}}`));
  return `\\begin{table}[htbp]\\centering
\\def\\sym#1{\\ifmmode^{#1}\\else\\(^{#1}\\)\\fi}
\\caption{Results}
\\begin{tabular}{l*{${heads.length}}{c}}
\\hline\\hline
 & ${heads.map((_, i) => `\\multicolumn{1}{c}{(${i + 1})}`).join('&')}\\\\
 & ${heads.map((head) => `\\multicolumn{1}{c}{${head}}`).join('&')}\\\\
\\hline
${tex(body)}
\\hline
${tex(stats.map(([label, texts]) => [label.replace('R2', '\\(R^{2}\\)').replace(/^N$/, '\\(N\\)'), ...texts]))}
\\hline\\hline
${notes.map((note) => `\\multicolumn{${width}}{l}{\\footnotesize ${note.replace(/(\*+) p < ([\d.]+)/g, '\\sym{$1} \\(p<$2\\)')}}\\\\`).join('\n')}
\\end{tabular}
\\end{table}`;
};

const booktabs: Layout = (table) => {
  const { heads, stats, notes } = table;
  return `\\begin{table}
\\begin{threeparttable}
\\caption{Results}\\label{tab:results}
\\begin{tabular}{l${'S[table-format=-1.3]'.repeat(heads.length)}}
\\toprule
 & \\multicolumn{${heads.length}}{c}{Outcome} \\\\
\\cmidrule(lr){2-${heads.length + 1}}
 & ${heads.map((head, i) => `{(${i + 1}) ${head}}`).join(' & ')} \\\\
\\midrule
${tex(lines(table, (stars) => texStars(stars, (one) => `\\textsuperscript{${one}}`)))}
\\midrule
${tex(stats.map(([label, texts]) => [label.replace('R2', '$R^2$'), ...texts.map((text) => `{${text.replaceAll(',', '{,}')}}`)]))}
\\bottomrule
\\end{tabular}
\\begin{tablenotes}
\\item \\textit{Notes:} ${notes.join('. ').replace(/%/g, '\\%').replace(/</g, '$<$')}
\\end{tablenotes}
\\end{threeparttable}
\\end{table}`;
};

const stargazer: Layout = (table) => {
  const { heads, stats, notes } = table;
  const body = lines(
    table,
    (stars) => texStars(stars, (one) => `$^{${one}}$`),
    (text) => text.replace('-', '$-$'),
  );
  return `\\begin{table}[!htbp] \\centering
\\begin{tabular}{@{\\extracolsep{5pt}}l${'c'.repeat(heads.length)}}
\\\\[-1.8ex]\\hline
\\hline \\\\[-1.8ex]
 & \\multicolumn{${heads.length}}{c}{\\textit{Dependent variable:}} \\\\
\\cline{2-${heads.length + 1}}
\\\\[-1.8ex] & ${heads.map((_, i) => `(${i + 1})`).join(' & ')}\\\\
\\hline \\\\[-1.8ex]
${tex(body)}
\\hline \\\\[-1.8ex]
${tex(stats.map(([label, texts]) => [label.replace('R2', 'R$^{2}$').replace(/^N$/, 'Observations'), ...texts]))}
\\hline
\\hline \\\\[-1.8ex]
\\textit{Note:}  & \\multicolumn{${heads.length}}{r}{${notes.join('; ').replace(/</g, '$<$')}} \\\\
\\end{tabular}
\\end{table}`;
};

const markdown: Layout = (table) => {
  const { heads, stats, notes } = table;
  const rows = [
    ['', ...heads.map((_, i) => `(${i + 1})`)],
    ['---', ...heads.map(() => '---')],
    ...lines(table, (stars) => stars.replaceAll('*', '\\*')),
    ...stats.map(([label, texts]) => [label, ...texts]),
  ];
  const body = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `${body}\n\n${notes.join('\n\n').replaceAll('*', '\\*').replace(/</g, '&lt;')}\n`;
};

/** Errors in the cell of the estimate. */
const etable: Layout = ({ heads, rows, stats, notes }) => {
  const grid = [
    ['', ...heads.map((_, i) => `model ${i + 1}`)],
    ['---', ...heads.map(() => '---')],
    ...rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell) => (cell === undefined ? '' : `${cell[0]}${cell[1]} ${cell[2]}`)),
    ]),
    ['____________', ...heads.map(() => '____')],
    ...stats.map(([label, texts]) => [label, ...texts]),
  ];
  return `${grid.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\n${notes.join('\n')}\n`;
};

const html: Layout = (table) => {
  const { heads, stats, notes } = table;
  const cells = (row: readonly string[]) =>
    `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const body = lines(table, (stars) => texStars(stars, (one) => `<sup>${one}</sup>`));
  const foot = notes.map((note) => {
    const text = note.replace(/</g, '&lt;');
    return `<tr><td colspan="${heads.length + 1}">${text}</td></tr>`;
  });
  return `<table><caption>Results</caption>${cells(['', ...heads.map((_, i) => `(${i + 1})`)])}${cells(['VARIABLES', ...heads])}
${body.map(cells).join('\n')}${cells(['', ...heads.map(() => '')])}${stats.map(([label, texts]) => cells([label, ...texts])).join('\n')}${foot.join('\n')}</table>`;
};

/** As esttab for Excel writes it: `="0.102***"`. */
const csv: Layout = (table) => {
  const { heads, stats, notes } = table;
  const cell = (text: string) => `"=""${text}"""`;
  return [
    ['', ...heads.map((_, i) => `(${i + 1})`)],
    ['', ...heads],
    ...lines(table, (stars) => stars),
    ...stats.map(([label, texts]) => [label, ...texts]),
    ...notes.map((note) => [note]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
};

const docx: Layout = (table) => {
  const { heads, stats, notes } = table;
  const text = (words: string) =>
    `<w:p><w:r><w:t xml:space="preserve">${words.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r></w:p>`;
  const rows = [
    ['', ...heads.map((_, i) => `(${i + 1})`)],
    ...lines(table, (stars) => stars),
    ...stats.map(([label, texts]) => [label, ...texts]),
  ].map((row) => `<w:tr>${row.map((one) => `<w:tc>${text(one)}</w:tc>`).join('')}</w:tr>`);
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text('Table 1: Results')}<w:tbl>${rows.join('')}</w:tbl>${notes.map(text).join('')}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(document) });
};

export const layouts: Readonly<Record<string, Layout>> = {
  esttab,
  booktabs,
  stargazer,
  markdown,
  etable,
  html,
  csv,
  docx,
};
