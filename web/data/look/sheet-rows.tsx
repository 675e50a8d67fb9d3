/** The cells of a sheet that are in view. */
import type { ColumnName, Rows, SheetCell, Sorting } from '../../engine/questions/tables.js';
import { count } from '../../words/numbers.js';
import { words } from '../../words/words.js';
import type { Place } from './sheet-places.js';

export interface SheetRowsProps {
  readonly rows: Rows;
  readonly names: readonly ColumnName[];
  /** The first place in view. */
  readonly first: Place;
  readonly active: Place;
  readonly sort: Sorting | undefined;
  readonly onSort: (column: string) => void;
  readonly onChoose: (place: Place) => void;
}

/** Rows and columns are counted from 1 for screen readers, and the first of each has names and numbers. */
export function SheetRows({ rows, names, first, active, sort, onSort, onChoose }: SheetRowsProps) {
  const { row: rowHead } = words.value.look;
  const kinds = new Map(names.map(({ name, kind }) => [name, kind]));
  return (
    <>
      <div role="row" class="sheet-row sheet-head" aria-rowindex={1}>
        <span role="columnheader" class="sheet-number" aria-colindex={1}>
          {rowHead}
        </span>
        {rows.columns.map((name, j) => (
          <Head
            key={j}
            id={`cell-${-1 - first.row}-${j}`}
            name={name}
            index={first.column + j + 2}
            isActive={active.row < 0 && active.column === first.column + j}
            sort={sort?.column === name ? sort : undefined}
            onSort={() => {
              onChoose({ row: -1, column: first.column + j });
              onSort(name);
            }}
          />
        ))}
      </div>
      {rows.cells.map((cells, i) => (
        <div key={i} role="row" class="sheet-row" aria-rowindex={rows.from + i + 2}>
          <span role="rowheader" class="sheet-number" aria-colindex={1}>
            {count(rows.numbers[i]!)}
          </span>
          {cells.map((cell, j) => {
            const place = { row: rows.from + i, column: first.column + j };
            const isActive = active.row === place.row && active.column === place.column;
            return (
              <Cell
                key={j}
                id={`cell-${i}-${j}`}
                cell={cell}
                index={place.column + 2}
                isNumber={kinds.get(rows.columns[j]!) === 'number'}
                isActive={isActive}
                onChoose={() => onChoose(place)}
              />
            );
          })}
        </div>
      ))}
    </>
  );
}

interface CellProps {
  readonly id: string;
  readonly index: number;
  readonly isActive: boolean;
}

interface HeadProps extends CellProps {
  readonly name: string;
  readonly sort: Sorting | undefined;
  readonly onSort: () => void;
}

function Head({ id, name, index, isActive, sort, onSort }: HeadProps) {
  const order = sort === undefined ? 'none' : sort.descending ? 'descending' : 'ascending';
  const arrow = { none: '', descending: ' ↓', ascending: ' ↑' }[order];
  return (
    <span
      role="columnheader"
      class={isActive ? 'sheet-name active' : 'sheet-name'}
      id={id}
      aria-colindex={index}
      aria-sort={order}
      title={name}
      onClick={onSort}
    >
      {name}
      <span aria-hidden="true">{arrow}</span>
    </span>
  );
}

interface DataCellProps extends CellProps {
  readonly cell: SheetCell;
  readonly isNumber: boolean;
  readonly onChoose: () => void;
}

function Cell({ id, cell, index, isNumber, isActive, onChoose }: DataCellProps) {
  const { missing } = words.value.look;
  const text = typeof cell === 'string' ? cell : (cell?.missing ?? '');
  const isMissing = typeof cell !== 'string';
  const kind = isMissing ? 'absent' : isNumber ? 'number' : 'text';
  return (
    <span
      role="gridcell"
      class={isActive ? `sheet-cell ${kind} active` : `sheet-cell ${kind}`}
      id={id}
      aria-colindex={index}
      aria-selected={isActive}
      title={isMissing ? missing : text}
      onClick={onChoose}
    >
      {text}
      {isMissing && <span class="visually-hidden">{missing}</span>}
    </span>
  );
}
