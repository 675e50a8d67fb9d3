/** How a table that is wider or longer than a page is set. */
import { type Grid, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { vocabularyOf } from '../../../../words/languages/index.js';
import { plainLabel } from '../../math/write.js';
import { widthOf } from '../../writers/measure.js';
import { columnWidths } from './widths.js';
import type { PageLayout } from './layout.js';
import { splitColumns } from './split.js';

/** The page of a format, in its own unit of length. */
export interface Page {
  readonly width: number;
  /** The length of an upright page, which is the width of a turned one. */
  readonly height: number;
  /** The average character, the space of a column, and a line, at the usual size. */
  readonly character: number;
  readonly gap: number;
  readonly line: number;
  /** Whether lines of a document are as high as its language is usually set. */
  readonly isTex?: boolean;
}

/** Text of an article in LaTeX, in points. */
export const latexPage: Page = {
  width: 345,
  height: 550,
  character: 4.6,
  gap: 12,
  line: 12.4,
  isTex: true,
};
/** A4 with the margins of Typst, in points. */
export const typstPage: Page = { width: 453, height: 700, character: 5.6, gap: 11, line: 14 };
/** A4 in Word, in twentieths of a point. */
export const wordPage: Page = { width: 9638, height: 14_570, character: 102, gap: 160, line: 245 };

/** A part of a table, and the size of its letters on the page as a share of their usual size. */
export interface PagePart {
  readonly table: PaperTable;
  readonly size: number;
}

export interface PagePlan {
  readonly parts: readonly PagePart[];
  readonly kind: 'split' | 'sideways' | 'scale' | 'whole';
  /** True if it may run over several pages. */
  readonly isLong: boolean;
  /** Widths of the page that the table needs, and the lines of the table if these are more than a page holds. */
  readonly share: number;
  readonly lines: number | undefined;
}

/** A table up to this share of the page is shrunk rather than turned. */
const MOST_SCALED = 1.25;
/** A turned table up to this share of the page is shrunk rather than split. */
const MOST_TURNED = 1.5;
const USUAL_SIZE = 10;

/** @param canTurn - false for tables without a float or page of their own */
export function planOf(table: PaperTable, page: Page, canTurn = true): PagePlan {
  const { wide = 'auto', long = 'auto', font } = table.layout ?? {};
  const scale = (font?.size ?? USUAL_SIZE) / USUAL_SIZE;
  const grid = gridOf(table);
  const widths = pointWidths(grid, table.layout, page).map((width) => width * scale);
  const needed = total(widths);
  const share = needed / page.width;
  const rows = grid.lines.filter(({ type }) => type === 'cells').length;
  const lines = rows + noteLines(table, Math.min(needed, page.width) / (page.character * scale));
  const isTooLong = lines * heightOfLine(table, page) * scale > page.height;
  const usual = usualKind(share, needed / page.height, canTurn);
  const kind = wide === 'auto' || (wide === 'sideways' && !canTurn) ? usual : wide;
  const parts = kind === 'split' ? splitColumns(table, widths, page.width) : [table];
  const room = kind === 'sideways' ? page.height : page.width;
  const sizeOf = (part: PaperTable) =>
    kind === 'whole'
      ? 1
      : Math.min(1, room / (total(pointWidths(gridOf(part), table.layout, page)) * scale));
  return {
    parts: parts.map((part) => ({ table: part, size: sizeOf(part) })),
    kind,
    isLong: long === 'pages' || (long === 'auto' && isTooLong),
    share,
    lines: isTooLong ? lines : undefined,
  };
}

/** Lines of the notes below a table of so many characters. */
const noteLines = ({ notes }: PaperTable, characters: number) =>
  total(notes.map((note) => Math.ceil(widthOf(plainLabel(note)) / characters)));

const heightOfLine = ({ language = 'en' }: PaperTable, { line, isTex = false }: Page) =>
  isTex ? line * vocabularyOf(language).tables.page.lineHeight : line;

const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

function usualKind(share: number, turned: number, canTurn: boolean): PagePlan['kind'] {
  if (share <= 1) return 'whole';
  if (share <= MOST_SCALED) return 'scale';
  return canTurn && turned <= MOST_TURNED ? 'sideways' : 'split';
}

/** Widths of the labels and of each column, with the space between them. */
function pointWidths(grid: Grid, layout: PageLayout = {}, { character, gap }: Page): number[] {
  const { labels, columns } = layout.widths ?? {};
  return columnWidths(grid).map((natural, j) => {
    const characters = (j === 0 ? labels : columns) ?? (j === 0 ? Math.min(natural, 45) : natural);
    return characters * character + gap;
  });
}
