/** A table as a Word document: editable cells, borders for rules, notes below. */
import type * as Docx from 'docx';
import { optionalPackage } from '../../../../data/optional-package.js';
import { gridOf } from '../grid.js';
import { alignedNumber, decimalColumns } from '../marks.js';
import { widthOf } from '../../writers/measure.js';
import { wordRuns } from '../../math/word.js';
import type { PageLayout } from '../page/layout.js';
import { planOf, wordPage } from '../page/plan.js';
import type { PaperTable } from '../table.js';
import { type Edge, type EdgedCell, type EdgedLine, edgedLines } from './edges.js';
import { roomsOf } from './rooms.js';
import { columnWidths } from '../page/widths.js';

/** Widths of rules in eighths of a point. */
const RULE_WIDTH = { heavy: 8, light: 4 } as const;
/** Font sizes in half points: of the notes, the maximum of the cells so that the table fits, and their minimum. */
const NOTE_SIZE = 18;
const CELL_SIZE = 20;
const SMALLEST_SIZE = 10;
/** Twentieths of a point: a character of the table's font, a capital, a digit or star, the space at the sides of a cell, and a page of A4. */
const CHARACTER = 102;
const CAPITAL = 150;
const DIGIT = 90;
const CELL_PADDING = 160;
const PAGE = { short: 11_906, long: 16_838, margin: 1134 } as const;
/** Maximum characters of a label on one line. */
const LABEL_CHARACTERS = 36;

/**
 * A document with a page for each table, unless its layout says otherwise; headings are repeated on further pages.
 *
 * @throws InputError `missing-package` without docx
 */
export async function paperDocx(...tables: readonly PaperTable[]): Promise<Uint8Array> {
  const docx = await optionalPackage('docx', 'tables in Word', () => import('docx'));
  const { Document, Packer } = docx;
  const document = new Document({ sections: tables.flatMap((table) => sectionsOf(docx, table)) });
  const { withFixedTimes } = await import('./fixed-times.js');
  return withFixedTimes(new Uint8Array(await (await Packer.toBlob(document)).arrayBuffer()));
}

/** A section for each part of a table; a table starts a page unless its layout says otherwise. */
function sectionsOf(docx: typeof Docx, table: PaperTable): Docx.ISectionOptions[] {
  const { kind, parts } = planOf(table, wordPage);
  return kind === 'split'
    ? parts.map((part) => sectionOf(docx, part.table))
    : [sectionOf(docx, table)];
}

function sectionOf(docx: typeof Docx, table: PaperTable): Docx.ISectionOptions {
  const { PageOrientation, SectionType } = docx;
  const { layout, isLandscape } = layoutOf(table);
  return {
    properties: {
      type: table.layout?.pageBreak === false ? SectionType.CONTINUOUS : SectionType.NEXT_PAGE,
      page: {
        size: {
          width: PAGE.short,
          height: PAGE.long,
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { left: PAGE.margin, right: PAGE.margin },
      },
    },
    children: childrenOf(docx, table, layout),
  };
}

/** The title, the table and its notes. */
function childrenOf(docx: typeof Docx, table: PaperTable, layout: Layout): Docx.FileChild[] {
  const { AlignmentType, Paragraph, Table, TableLayoutType, WidthType } = docx;
  const title = table.title === undefined ? [] : [table.title];
  return [
    ...title.map(
      (text) =>
        new Paragraph({
          children: wordRuns(docx, text, {}),
          alignment: AlignmentType.CENTER,
          keepNext: true,
        }),
    ),
    new Table({
      rows: edgedLines(gridOf(table)).map((line, i, lines) =>
        rowOf(docx, line, {
          ...layout,
          keepNext: i >= lines.length - LAST_ROWS || lines[i + 1]?.kind === 'below',
        }),
      ),
      columnWidths: layout.widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      width: { size: total(layout.widths), type: WidthType.DXA },
    }),
    ...table.notes.map(
      (text, i, all) =>
        new Paragraph({
          children: wordRuns(docx, text, { size: NOTE_SIZE }),
          indent: { left: layout.side },
          keepNext: i < all.length - 1,
          keepLines: true,
        }),
    ),
  ];
}

function layoutOf(table: PaperTable): { readonly layout: Layout; readonly isLandscape: boolean } {
  const { font = {}, widths: given = {}, wide } = table.layout ?? {};
  const grid = gridOf(table);
  const headings = headingWidths(table.head);
  const wanted = columnWidths(grid).map((characters, j) => {
    const shown = j === 0 ? Math.min(characters, LABEL_CHARACTERS) : characters;
    const chosen = j === 0 ? given.labels : given.columns;
    if (chosen !== undefined) return chosen * CHARACTER + CELL_PADDING;
    return Math.max(shown * CHARACTER, headings[j] ?? 0) + CELL_PADDING;
  });
  const { widths, isLandscape, share, room } = fitted(wanted, wide);
  const size = font.size === undefined ? CELL_SIZE : font.size * 2;
  const layout: Layout = {
    widths,
    size: Math.max(SMALLEST_SIZE, Math.floor(size * share)),
    ...(font.family !== undefined && { font: font.family }),
    padding: Math.floor((CELL_PADDING / 2) * share),
    side: Math.max(0, Math.floor((room - total(widths)) / 2)),
    marks: table.marks,
    decimals: decimalColumns(table),
    // The longest numbers of a column are centred.
    shifts: roomsOf(grid, table.marks).map(
      ({ before, after }) => ((before.length - after.length) / 2) * DIGIT * share,
    ),
  };
  return { layout, isLandscape };
}

/** The headings of columns in twentieths of a point: capitals are wider than the characters of numbers. */
function headingWidths(head: PaperTable['head']): number[] {
  const widthOfText = (text: string) => {
    const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
    return widthOf(text) * CHARACTER + capitals * (CAPITAL - CHARACTER);
  };
  return head[0]!.map((_, j) =>
    j === 0 ? 0 : Math.max(...head.map((line) => widthOfText(line[j] ?? ''))),
  );
}

const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

/** The widths on an upright page; for a wide table on a landscape page, narrowed if necessary. */
function fitted(wanted: readonly number[], wide: PageLayout['wide'] = 'auto') {
  const roomOf = (size: number) => size - 2 * PAGE.margin;
  const isTooWide = total(wanted) > roomOf(PAGE.short);
  const isLandscape = wide === 'sideways' || (wide === 'auto' && isTooWide);
  const room = roomOf(isLandscape ? PAGE.long : PAGE.short);
  const share = wide === 'whole' ? 1 : Math.min(1, room / total(wanted));
  return { widths: wanted.map((width) => Math.floor(width * share)), isLandscape, share, room };
}

/** Rows that stay on the page of the notes. */
const LAST_ROWS = 3;

interface Layout {
  readonly widths: readonly number[];
  readonly font?: string;
  /** Whether a row stays on the page of the next. */
  readonly keepNext?: boolean;
  /** Half points. */
  readonly size: number;
  /** The space at each side of the table, which is centred. */
  readonly side: number;
  /** The space at each side of a cell. */
  readonly padding: number;
  readonly marks: PaperTable['marks'];
  readonly decimals: readonly boolean[];
  /** Distance of each column's decimal marks from its middle. */
  readonly shifts: readonly number[];
}

function rowOf(docx: typeof Docx, { cells, kind }: EdgedLine, layout: Layout): Docx.TableRow {
  let first = 0;
  const isTitle = kind === 'group' && cells.slice(1).every(({ text }) => text === '');
  const shown = isTitle ? [{ ...cells[0]!, span: cells.length }] : cells;
  return new docx.TableRow({
    tableHeader: kind === 'head' || kind === 'span',
    cantSplit: true,
    children: shown.map((cell) => {
      const column = first;
      first += cell.span;
      return cellOf(docx, cell, column, layout);
    }),
  });
}

/** Labels are left-aligned, words are centred, and numbers are aligned at their decimal marks. */
function cellOf(
  docx: typeof Docx,
  { text, span, top, bottom, cell, style = {} }: EdgedCell,
  column: number,
  { widths, size, font, padding, marks, decimals, shifts, keepNext = false }: Layout,
): Docx.TableCell {
  const { AlignmentType, BorderStyle, Paragraph, TableCell, TabStopType, WidthType } = docx;
  const { bold, italic: italics, color, fill } = style;
  const hex = (value: string) => value.slice(1).toUpperCase();
  const isLabel = column === 0;
  const width = total(widths.slice(column, column + span));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const border = (edge: Edge) =>
    edge === undefined
      ? none
      : { style: BorderStyle.SINGLE, size: RULE_WIDTH[edge], color: '000000' };
  const isNumber =
    cell !== undefined && alignedNumber(text, marks, decimals[column - 1]!) !== undefined;
  const shown = isNumber ? text.replace(/^([([]?)-/, '$1\u2212') : text;
  const decimal = Math.round(width / 2 - padding + (shifts[column - 1] ?? 0));
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    margins: { left: padding, right: padding },
    ...(fill !== undefined && { shading: { fill: hex(fill) } }),
    borders: { top: border(top), bottom: border(bottom), left: none, right: none },
    children: [
      new Paragraph({
        children: wordRuns(docx, shown, {
          size,
          ...(font !== undefined && { font }),
          ...(bold !== undefined && { bold }),
          ...(italics !== undefined && { italics }),
          ...(color !== undefined && { color: hex(color) }),
        }),
        keepNext,
        alignment: isLabel || isNumber ? AlignmentType.LEFT : AlignmentType.CENTER,
        ...(isNumber && { tabStops: [{ type: TabStopType.DECIMAL, position: decimal }] }),
      }),
    ],
  });
}
