/** Rules as cell borders, for formats without rules. */
import type { CellsLine, Grid, GridCell } from '../grid.js';

export type Edge = 'heavy' | 'light' | undefined;

export interface EdgedCell extends GridCell {
  readonly top: Edge;
  readonly bottom: Edge;
}

export interface EdgedLine extends Omit<CellsLine, 'cells'> {
  readonly cells: readonly EdgedCell[];
}

/** The lines of cells; a rule is the top border of the line below it, the last rule the bottom border of the last. */
export function edgedLines({ lines }: Grid): EdgedLine[] {
  const edged: EdgedLine[] = [];
  let top: Edge;
  let partial: readonly (readonly [number, number])[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.type === 'rule') top = line.weight;
    if (line.type === 'partial') partial = line.over;
    if (line.type !== 'cells') continue;
    const isLast = i === lines.length - 2;
    let first = 0;
    const cells = line.cells.map((cell): EdgedCell => {
      const place = first;
      first += cell.span;
      const isUnder = partial.some(([from, to]) => from <= place && place <= to);
      return {
        ...cell,
        top: top ?? (isUnder ? 'light' : undefined),
        bottom: isLast ? 'heavy' : undefined,
      };
    });
    edged.push({ type: 'cells', kind: line.kind, cells });
    top = undefined;
    partial = [];
  }
  return edged;
}
