/** Pages of PDF with a text layer, as typesetting programs write them: texts at places. */
import type { Line } from '../../printed.js';
import { type Layout, numbered, type Sheet } from '../layout.js';

/** A text at a place of a page, in points from its lower left corner. */
interface Item {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** A font of fixed width: 0.6 of its size each letter. */
const widthOf = (text: string, size: number) => 0.6 * size * text.length;

const operators = ({ x, y, size, text }: Item) =>
  `BT /F1 ${size} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td (${latin(text)}) Tj ET`;

/** Characters outside of ASCII by the names of WinAnsi; others are left out. */
const codes: Readonly<Record<string, string>> = {
  '†': '\\206',
  '‡': '\\207',
  '–': '\\226',
  '−': '-',
  '×': '\\327',
  '²': '\\262',
  '≤': '<=',
};
const latin = (text: string) =>
  text.replace(/[()\\]/g, '\\$&').replace(/[^\x20-\x7e]/g, (sign) => codes[sign] ?? '');

/** A document of one page. */
function documentOf(items: readonly Item[]): Uint8Array {
  const content = items.map(operators).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

interface Cell {
  readonly text: string;
  /** Stars above the line. */
  readonly raised?: string;
}

interface Page {
  readonly size: number;
  readonly raises: boolean;
  readonly leading: number;
}

/** Cells in the middle of their columns, labels on the left, notes below as lines of a paragraph. */
function pageOf(sheet: Sheet, { size, raises, leading }: Page): Uint8Array {
  const { table, notes } = sheet;
  const plain = ([label, ...texts]: Line): Cell[] => [label, ...texts].map((text) => ({ text }));
  const body = table.rows.flatMap(({ label, cells }): Cell[][] => [
    [
      { text: label },
      ...cells.map((one): Cell => {
        if (one === undefined) return { text: '' };
        const { coef, stars } = one;
        return raises && stars !== '' ? { text: coef, raised: stars } : { text: coef + stars };
      }),
    ],
    ...table.style.below.map((_, i) => [
      { text: '' },
      ...cells.map((one): Cell => ({ text: one?.below[i] ?? '' })),
    ]),
  ]);
  const rows = [
    plain(['', ...table.outcomes]),
    plain(['', ...numbered(table)]),
    ...body,
    ...[...table.words, ...table.stats].map(plain),
  ];
  const across = rows[0]!.map((_, j) =>
    Math.max(...rows.map((row) => widthOf(row[j]!.text + (row[j]!.raised ?? ''), size))),
  );
  const starts = across.map((_, j) =>
    across.slice(0, j).reduce((sum, width) => sum + width + 2 * size, 40),
  );
  const items: Item[] = [{ x: 40, y: 560, size: size + 2, text: `Table 1: ${table.study.title}` }];
  rows.forEach((row, i) => {
    const y = 540 - leading * i;
    row.forEach(({ text, raised = '' }, j) => {
      if (text === '') return;
      const x = j === 0 ? 40 : starts[j]! + (across[j]! - widthOf(text, size)) / 2;
      items.push({ x, y, size, text });
      const small = 0.7 * size;
      if (raised !== '') {
        items.push({ x: x + widthOf(text, size), y: y + 0.36 * size, size: small, text: raised });
      }
    });
  });
  const letters = Math.floor(760 / (0.6 * size));
  wrapped(`Notes: ${notes.join('. ')}.`, letters).forEach((text, i) => {
    items.push({ x: 40, y: 540 - leading * (rows.length + 0.5 + i), size, text });
  });
  return documentOf(items);
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const words = {
  n: 'Observations',
  r2: 'R-squared',
  adjR2: 'Adjusted R-squared',
  rmse: 'RMSE',
  ymean: 'Mean of dep. var.',
  clusters: 'Clusters',
  units: 'Firms',
  firstF: 'First-stage F',
  ll: 'Log likelihood',
  aic: 'AIC',
  pseudoR2: 'Pseudo R-squared',
  bandwidth: 'Bandwidth',
  order: 'Order',
  jP: 'Hansen p',
};

const raised: Layout = {
  name: 'PDF, raised stars',
  vocabulary: words,
  render: (sheet) => pageOf(sheet, { size: 9, raises: true, leading: 12 }),
};

export const narrow: Layout = {
  name: 'PDF, narrow lines',
  vocabulary: words,
  render: (sheet) => pageOf(sheet, { size: 8, raises: false, leading: 9 }),
};

export const pdfLayouts: readonly Layout[] = [raised];
