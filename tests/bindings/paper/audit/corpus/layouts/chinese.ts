/** Chinese tables: three lines, and notes below. */
import type { Draw } from '../numbers/draw.js';
import type { ErrorKind, Study } from '../studies/study.js';
import { inBrackets, inParentheses, type Quantity, type Style } from '../style.js';
import { type Line, lines, type PrintedTable } from '../printed.js';
import { documentOf, textCells } from './word.js';
import { bars } from './markdown.js';
import { safe } from './html.js';
import { type Layout, levels, numbered } from './layout.js';

const words = {
  Constant: '常数项',
  n: '观测值',
  r2: 'R²',
  adjR2: '调整R²',
  f: 'F值',
  units: '个体数',
  clusters: '聚类数',
  ymean: '因变量均值',
  jP: 'Hansen检验',
  ar1P: 'AR(1)',
  ar2P: 'AR(2)',
  firstF: '第一阶段F值',
};
const limits = {
  below: [
    [inParentheses('se')],
    [inParentheses('t')],
    [inParentheses('t')],
    [inParentheses('se'), inBrackets('t')],
    [inBrackets('se')],
  ],
  legends: [{ '***': 0.01, '**': 0.05, '*': 0.1 }],
  decimals: ['.'] as const,
};

const quantities: Readonly<Record<Quantity, readonly string[]>> = {
  se: ['标准误'],
  t: ['t值', 't统计量', 'T值'],
  z: ['z值', 'z统计量'],
  p: ['p值', 'P值'],
  ci: ['95%置信区间'],
};
const kinds: Readonly<Record<ErrorKind, string>> = {
  classical: '',
  HC1: '稳健',
  cluster: '聚类稳健',
  bootstrap: '自助法',
  twoway: '双向聚类',
  hac: 'Newey-West',
  ml: '',
};

function notesOf(style: Style, study: Study, draw: Draw): string[] {
  const [first, second] = style.below.map(({ quantity, bracket }) => {
    const word = draw.pick(quantities[quantity]);
    return {
      word: quantity === 'se' ? `${kinds[study.errors]}${word}` : word,
      place:
        bracket === '(' ? draw.pick(['括号', '圆括号', '小括号']) : draw.pick(['方括号', '中括号']),
    };
  });
  const below =
    second === undefined
      ? draw.pick([
          `${first!.place}内为${first!.word}`,
          `${first!.place}中为${first!.word}`,
          `${first!.place}内的数值为${first!.word}`,
          `${first!.word}在${first!.place}内`,
        ])
      : draw.pick([
          `${first!.place}内为${first!.word}，${second.place}内为${second.word}`,
          `${first!.place}中为${first!.word}、${second.place}中为${second.word}`,
          `${first!.place}和${second.place}内分别为${first!.word}和${second.word}`,
        ]);
  const pairs = levels(style, 'strict');
  const legend =
    pairs.length === 0
      ? []
      : [
          draw.pick([
            `${pairs.map(([mark]) => mark).join('、')}分别表示在${pairs.map(([, level]) => `${level * 100}%`).join('、')}的水平上显著`,
            `${pairs.map(([mark]) => mark).join('、')}分别代表${pairs.map(([, level]) => `${level * 100}%`).join('、')}的显著性水平`,
            pairs.map(([mark, level]) => `${mark} p<${level}`).join('，'),
          ]),
        ];
  const known =
    style.below.some(({ quantity }) => quantity === 'se') || kinds[study.errors] === ''
      ? []
      : [`采用${kinds[study.errors]}标准误`];
  return [below, ...known, ...study.notes, ...legend];
}

const yes = (lines: readonly Line[]) =>
  lines.map(([label, ...texts]): Line => [
    label
      .replace('Firm FE', '个体固定效应')
      .replace('Year FE', '年份固定效应')
      .replace('Controls', '控制变量'),
    ...texts.map((text) => text.replace('Yes', '是').replace('No', '否')),
  ]);
const head = (table: PrintedTable): readonly Line[] => [
  ['变量', ...numbered(table)] as unknown as Line,
  ['', ...table.heads],
];
const all = (table: PrintedTable) => [
  ...lines(table, ({ coef, stars }) => coef + stars),
  ...yes(table.words),
  ...table.stats,
];

const markdown: Layout = {
  name: 'Chinese, Markdown',
  vocabulary: words,
  limits,
  notes: notesOf,
  render: ({ table, notes }) => {
    const [first, ...rest] = head(table);
    return `表2 基准回归结果\n\n${bars([first!, ['---', ...table.heads.map(() => '---')], ...rest, ...all(table)])}\n\n注：${notes.join('；').replaceAll('*', '\\*')}。\n`;
  },
};

const html: Layout = {
  name: 'Chinese, HTML',
  vocabulary: words,
  limits,
  notes: notesOf,
  render: ({ table, notes }) =>
    `<p>表3 稳健性检验</p><table class="three-line">${[...head(table), ...all(table)].map((row) => `<tr>${row.map((text) => `<td>${safe(text)}</td>`).join('')}</tr>`).join('\n')}</table><p>注：${safe(notes.join('，'))}。</p>`,
};

const word: Layout = {
  name: 'Chinese, Word',
  vocabulary: words,
  limits,
  notes: notesOf,
  render: ({ table, notes }) =>
    documentOf('表4 异质性分析', textCells([...head(table), ...all(table)]), [
      `注：${notes.join('；')}。`,
    ]),
};

const latex: Layout = {
  name: 'Chinese, LaTeX',
  vocabulary: { ...words, r2: '$R^2$', adjR2: '调整$R^2$', n: '$N$' },
  limits,
  notes: notesOf,
  render: ({ table, notes }) => `\\begin{table}[htbp]\\centering
\\caption{基准回归}\\label{tab:base}
\\begin{tabular}{l${'c'.repeat(table.heads.length)}}
\\toprule
${[...head(table)].map((row) => `${row.join(' & ')} \\\\`).join('\n')}
\\midrule
${all(table)
  .map(
    (row) =>
      `${row.map((text) => text.replace(/(\*+)$/, '$^{$1}$').replace(/[%&_]/g, '\\$&')).join(' & ')} \\\\`,
  )
  .join('\n')}
\\bottomrule
\\end{tabular}
\\begin{tablenotes}\\footnotesize \\item 注：${notes.join('；').replace(/%/g, '\\%')}。\\end{tablenotes}
\\end{table}
`,
};

export const chineseLayouts: readonly Layout[] = [markdown, html, word, latex];
