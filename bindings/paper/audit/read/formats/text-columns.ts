/** Lines of plain text as rows of cells: pieces in the columns that numbers span. */
import { type Spanning, spread, tidy } from './grid.js';
import { hasWide, isNumber, isRule, type Piece, piecesOf, placesOfWide } from './pieces.js';

/**
 * Rows of the lines of a table; none where no line has numbers in columns. Chinese characters take two places on a
 * screen and one in texts of PDF files: the reading with the fewest pieces in one column holds, then that with the
 * fewest columns.
 */
export function rowsOf(lines: readonly string[], areInPlace: boolean): string[][] {
  const inPlaces = lines.filter((line) => !isRule(line));
  const read = inPlaces.map((line) => piecesOf(line));
  if (areInPlace || !inPlaces.some(hasWide)) return rowsIn(read, columnsIn(read));
  const [best] = [inPlaces.map((line) => piecesOf(line, placesOfWide)), read]
    .map((all) => ({ all, columns: columnsIn(all) }))
    .sort((a, b) => shared(a) - shared(b) || a.columns.length - b.columns.length);
  return rowsIn(best!.all, best!.columns);
}

/** Pieces that share a column with another piece of their line. */
function shared({ all, columns }: { all: readonly Piece[][]; columns: readonly Piece[] }): number {
  return all.reduce((count, pieces) => {
    const numbers = pieces.filter(isInColumn);
    const occupied = columns.filter((one) => numbers.some((piece) => overlap(piece, one)));
    return count + numbers.length - occupied.length;
  }, 0);
}

/** The columns that numbers span. */
function columnsIn(read: readonly Piece[][]): Piece[] {
  const body = read.filter((all) => !areModels(all));
  return withoutLabels(columnsOf(body.flatMap((all) => all.filter(isInColumn))), body);
}

function rowsIn(read: readonly Piece[][], columns: readonly Piece[]): string[][] {
  if (columns.length === 0) return [];
  return spread(
    read.map((all) =>
      areModels(all) ? modelsOf(all, columns) : cellsOf(split(all, columns), columns),
    ),
  );
}

/** Whether a line is `(1) (2) (3)`. */
function areModels(all: readonly Piece[]): boolean {
  return all.length > 0 && all.every(({ text }, i) => text === `(${i + 1})`);
}

/** The number of a model over each of its columns: the nearest one. */
function modelsOf(all: readonly Piece[], columns: readonly Piece[]): Spanning[] {
  const texts = columns.map((one) => all[nearestOf(one, all)]!.text);
  return ['', ...texts].map((text) => ({ text, columns: 1 }));
}

/** The place of the piece whose middle is nearest. */
function nearestOf({ start, end }: Piece, all: readonly Piece[]): number {
  const gaps = all.map((one) => Math.abs(start + end - one.start - one.end));
  return gaps.indexOf(Math.min(...gaps));
}

/** Numbers at the start of a line are labels, such as years. */
function isInColumn({ text, start }: Piece): boolean {
  return isNumber(text) && start >= 3;
}

/** Removes columns whose numbers only end labels, as in `Age squared / 100`. */
function withoutLabels(columns: readonly Piece[], read: readonly (readonly Piece[])[]): Piece[] {
  const isOfLabels = (column: Piece) => {
    const lines = read.filter((all) => all.some(isInColumn));
    const inside = lines.flatMap((all) => {
      const i = all.findIndex((piece) => isInColumn(piece) && overlap(piece, column));
      return i < 0 ? [] : [all[i - 1] !== undefined && all[i]!.start - all[i - 1]!.end === 1];
    });
    return inside.length < lines.length && inside.every(Boolean);
  };
  const first = columns.findIndex((column) => !isOfLabels(column));
  return first < 0 ? [...columns] : columns.slice(first);
}

function overlap(piece: Piece, other: Piece): boolean {
  return piece.start < other.end && other.start < piece.end;
}

/** Intervals that overlap are one column. */
function columnsOf(all: readonly Piece[]): Piece[] {
  const columns: Piece[] = [];
  for (const piece of [...all].sort((a, b) => a.start - b.start)) {
    const last = columns.at(-1);
    if (last !== undefined && piece.start < last.end) {
      columns[columns.length - 1] = { ...last, end: Math.max(last.end, piece.end) };
    } else columns.push(piece);
  }
  return columns;
}

/** The label, then a cell for each column; a piece over several columns is in each of them. */
function cellsOf(all: readonly Piece[], columns: readonly Piece[]): Spanning[] {
  const cells = columns.map(() => '');
  let label = '';
  for (const piece of all) {
    const isLabel = piece.end <= columns[0]!.start;
    if (isLabel) label = `${label} ${piece.text}`;
    for (const i of isLabel ? [] : placesOf(piece, columns)) {
      cells[i] = cells[i] === '' ? piece.text : `${cells[i]!} ${piece.text}`;
    }
  }
  return [label, ...cells].map((text) => ({ text: tidy(text), columns: 1 }));
}

/** The columns under a piece, otherwise the nearest one. */
function placesOf(piece: Piece, columns: readonly Piece[]): number[] {
  const under = columns.flatMap((one, i) => (overlap(piece, one) ? [i] : []));
  return under.length > 0 ? under : [nearestOf(piece, columns)];
}

/** Names of numbers that programs print with one space between them. */
const heads =
  /std\.? ?err(?:or|\.)?|[tz] value|Pr\(>\|[tz]\|\)|P>\|[tz]\||\[\d+% conf\. interval\]|\[0\.\d+|0\.\d+\]|coef(?:\.|ficient)?|estimate/gi;

/** Whether a line has several names of numbers. */
export function areNames(line: string): boolean {
  return [...line.slice(0, 500).matchAll(heads)].length > 1;
}

/** Heads over several columns that are names of numbers next to each other. */
function split(all: readonly Piece[], columns: readonly Piece[]): readonly Piece[] {
  return all.flatMap((piece) => {
    const under = columns.filter((one) => overlap(piece, one));
    const names = under.length < 2 ? [] : [...piece.text.matchAll(heads)];
    if (names.length < 2) return [piece];
    return names.map((match) => ({
      text: match[0],
      start: piece.start + match.index,
      end: piece.start + match.index + match[0].length,
    }));
  });
}
