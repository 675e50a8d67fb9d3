/** Pages of one and of two columns of text. */
import type { Item } from './items.js';
import { linesOf, piecesIn, piecesOfLines, type PdfLine } from './lines.js';

/** Lines of pieces that belong together: a part of a page as wide as it, or one of its columns. */
type Part = readonly (readonly Item[])[];

/** Shares of the width between which the space between two columns is. */
const middle = { from: 0.35, to: 0.65 };
/** Lines of prose that begin at the left edge of the right column. */
const leastLines = 8;

/** The parts of a page in the order in which they are read. */
export function columnsOfText(lines: readonly PdfLine[]): Part[] {
  const edge = rightColumn(lines);
  if (edge === undefined) return [piecesOfLines(lines)];
  const parts: Part[] = [];
  let zone: PdfLine[] = [];
  let wide: PdfLine[] = [];
  const endZone = () => {
    const sides = [
      (item: Item) => item.left < edge - slack,
      (item: Item) => item.left >= edge - slack,
    ];
    for (const isOn of sides) {
      const items = zone.flatMap((line) => line.items.filter(isOn));
      if (items.length > 0) parts.push(piecesOfLines(linesOf(items)));
    }
    zone = [];
  };
  const endWide = () => {
    if (wide.length > 0) parts.push(piecesOfLines(wide));
    wide = [];
  };
  for (const line of lines) {
    if (isWide(line, edge, wide.length > 0)) {
      endZone();
      wide.push(line);
    } else {
      endWide();
      zone.push(line);
    }
  }
  endZone();
  endWide();
  return parts;
}

const slack = 2;

/** The left edge of the right one of two columns of prose. */
function rightColumn(lines: readonly PdfLine[]): number | undefined {
  const all = lines.flatMap((line) => piecesIn(line));
  const left = Math.min(...all.map((item) => item.left));
  const width = Math.max(...all.map((item) => item.right)) - left;
  const edges = all.filter(
    (item) =>
      isProse(item) &&
      item.left > left + middle.from * width &&
      item.left < left + middle.to * width,
  );
  const counted = edges.map((edge) => ({
    edge: edge.left,
    count: edges.filter((other) => Math.abs(other.left - edge.left) < slack).length,
  }));
  const best = counted.sort((a, b) => b.count - a.count)[0];
  if (best === undefined || best.count < leastLines) return undefined;
  const beside = all.filter((item) => isProse(item) && item.right < best.edge).length;
  return beside < leastLines ? undefined : best.edge;
}

/** Several words in a piece without numbers in columns. */
function isProse({ text }: Item): boolean {
  return text.length > 20 && text.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length > 3;
}

/** Whether a line goes over both columns, as those of wide tables do. */
function isWide(line: PdfLine, edge: number, isBefore: boolean): boolean {
  const pieces = piecesIn(line);
  if (pieces.some((item) => item.left < edge - slack && item.right > edge + slack)) return true;
  const right = pieces.filter((item) => item.left >= edge - slack);
  if (right.length === 0) return isBefore;
  if (Math.abs(right[0]!.left - edge) < slack) return false;
  const left = pieces.filter((item) => item.left < edge - slack);
  return left.length > 0 && !left.some(isProse) && !right.some(isProse);
}
