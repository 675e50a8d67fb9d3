/** A table of a paper as it is printed, on the page. */
import type { PaperCell, PaperTable as Table } from 'wasmetrics/report';
import { words } from '../words/words.js';

export interface PaperTableProps {
  readonly table: Table;
  /** The same table with the author's choices: cells that differ are marked. */
  readonly before?: Table | undefined;
  /** Opens the model behind a number, which makes numbers buttons. */
  readonly onOpen?: (cell: PaperCell) => void;
}

export function PaperTable({ table, before, onOpen }: PaperTableProps) {
  const columns = table.head.at(-1)!.length;
  const earlier = before && new Map(keyed(before));
  return (
    <div
      class="scroll"
      tabIndex={0}
      role="region"
      aria-label={table.title ?? words.value.read.tables}
    >
      <table class="paper">
        {table.title !== undefined && <caption>{table.title}</caption>}
        <thead>
          {spanLines(table).map((spans, i) => (
            <tr key={i} class="spans">
              <td />
              {spans.map(({ head, columns: over }, j) => (
                <Heading key={j} scope="colgroup" columns={over} text={head} />
              ))}
            </tr>
          ))}
          {table.head.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) => (
                <Heading key={j} scope="col" text={cell} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {keyed(table).map(([key, row]) => (
            <TableRow
              key={key}
              row={row}
              before={earlier?.get(key)}
              columns={columns}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {table.notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </div>
  );
}

/** A cell of the head; an empty one heads nothing. */
function Heading({
  scope,
  columns,
  text,
}: {
  readonly scope: 'col' | 'colgroup';
  readonly columns?: number;
  readonly text: string;
}) {
  if (text === '') return <td colSpan={columns} />;
  return (
    <th scope={scope} colSpan={columns}>
      {text}
    </th>
  );
}

type Row = Table['body'][number];

/** Rows by the label that they stand under, as a line of standard errors has none of its own. */
function keyed({ body }: Table): (readonly [string, Row])[] {
  let [label, line] = ['', 0];
  return body.map((row) => {
    [label, line] = row.label === '' ? [label, line + 1] : [row.label, 0];
    return [`${label} ${row.kind} ${line}`, row];
  });
}

/** Headings over several columns, line by line, with the empty cells between them. */
function spanLines({ spans, head }: Table) {
  const columns = head.at(-1)!.length - 1;
  const levels = [...new Set(spans.map(({ level = 0 }) => level))].sort((a, b) => a - b);
  return levels.map((level) => {
    const line: { head: string; columns: number }[] = [];
    let next = 1;
    const ofLevel = spans.filter((span) => (span.level ?? 0) === level);
    for (const {
      head: text,
      over: [first, last],
    } of ofLevel.sort((a, b) => a.over[0] - b.over[0])) {
      if (first > next) line.push({ head: '', columns: first - next });
      line.push({ head: text, columns: last - first + 1 });
      next = last + 1;
    }
    if (next <= columns) line.push({ head: '', columns: columns - next + 1 });
    return line;
  });
}

function TableRow({
  row,
  before,
  columns,
  onOpen,
}: {
  readonly row: Row;
  readonly before: Row | undefined;
  readonly columns: number;
  readonly onOpen: PaperTableProps['onOpen'];
}) {
  if (row.kind === 'group' || row.cells.length === 0) {
    return (
      <tr class={row.kind}>
        {row.label === '' ? (
          <td colSpan={columns} />
        ) : (
          <th scope="rowgroup" colSpan={columns}>
            {row.label}
          </th>
        )}
      </tr>
    );
  }
  const cellAt = (cells: Row['cells'] | undefined, column: number) =>
    cells?.find((cell) => cell.column === column);
  return (
    <tr class={row.kind}>
      {row.label === '' ? <td /> : <th scope="row">{row.label}</th>}
      {Array.from({ length: columns - 1 }, (_, j) => {
        const cell = cellAt(row.cells, j + 1);
        const text = cell?.text ?? '';
        const was = before && (cellAt(before.cells, j + 1)?.text ?? '');
        const changed = was !== undefined && was !== text;
        return (
          <td key={j} class={changed ? 'changed' : ''}>
            {cell && onOpen && cell.model !== undefined ? (
              <CellButton cell={cell} onOpen={onOpen} />
            ) : (
              text
            )}
            {changed && was !== '' && <span class="was">{words.value.read.changedCell(was)}</span>}
          </td>
        );
      })}
    </tr>
  );
}

/** A number that opens its model. */
function CellButton({
  cell,
  onOpen,
}: {
  readonly cell: PaperCell;
  readonly onOpen: (cell: PaperCell) => void;
}) {
  const { openCell } = words.value.collect;
  return (
    <button
      type="button"
      class="number"
      aria-label={openCell(cell.text)}
      onClick={() => onOpen(cell)}
    >
      {cell.text}
    </button>
  );
}
