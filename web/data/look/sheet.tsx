/** A sheet of the data. Only the cells in view exist: the engine is asked for them while a person scrolls. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../../components/answer.js';
import type { ColumnName, Sorting } from '../../engine/questions/tables.js';
import { columns, data, preparedData } from '../../session/data.js';
import { steps } from '../../session/prepared.js';
import { words } from '../../words/words.js';
import { SheetRows } from './sheet-rows.js';
import { inside, moved, type Place, showing } from './sheet-places.js';

/** Sizes in pixels, the same as in the style. */
const [rowHeight, columnWidth, numberWidth] = [28, 120, 72];
/** Browsers limit the height of an element: of very many rows, each pixel scrolls several. */
const mostHeight = 4_000_000;

export function Sheet() {
  const { sheet, sheetHelp } = words.value.look;
  const nrows = preparedData.value?.nrows ?? data.value!.nrows;
  return (
    <section class="card wide" aria-labelledby="sheet-heading">
      <h2 id="sheet-heading">{sheet}</h2>
      <p class="note" id="sheet-help">
        {sheetHelp}
      </p>
      <Grid names={columns.value} nrows={nrows} />
    </section>
  );
}

function Grid({ names, nrows }: { readonly names: readonly ColumnName[]; readonly nrows: number }) {
  const scroller = useScroller(names.length, nrows);
  const { first, view, space } = scroller;
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [sort, setSort] = useState<Sorting | undefined>(undefined);
  const shown = names.slice(first.column, first.column + view.columns).map(({ name }) => name);
  const asked = { steps: steps.value, from: first.row, count: view.rows, columns: shown, sort };
  const table = preparedData.value ?? data.value;
  const { answer } = useAnswer('rows', asked, [table, JSON.stringify(asked)]);
  const at =
    active.row < 0 ? { ...inside(active, first, view), row: -1 } : inside(active, first, view);
  /** The first rows of the new order are what a person sorts for. */
  const sortBy = (column: string) => {
    scroller.show({ row: 0, column: first.column });
    setSort(nextSorting(sort, column));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = { rows: nrows + 1, columns: names.length };
    const next = moved(at, event.key, event.ctrlKey || event.metaKey, all, view);
    const sorts = (event.key === 'Enter' || event.key === ' ') && at.row < 0;
    if (next === undefined && !sorts) return;
    event.preventDefault();
    if (sorts) return sortBy(names[at.column]!.name);
    setActive(next!);
    scroller.show(showing(next!, first, view));
  };
  return (
    <div
      ref={scroller.element}
      class="sheet"
      style={{ '--tall': `${(nrows + 2) * rowHeight}px` }}
      onScroll={scroller.onScroll}
    >
      <div
        class="sheet-space"
        style={{ '--height': `${space.height}px`, '--width': `${space.width}px` }}
      >
        <div
          class="sheet-view"
          style={{ '--view': `${scroller.width}px` }}
          role="grid"
          tabIndex={0}
          aria-labelledby="sheet-heading"
          aria-describedby="sheet-help"
          aria-rowcount={nrows + 1}
          aria-colcount={names.length + 1}
          aria-activedescendant={`cell-${at.row - first.row}-${at.column - first.column}`}
          onKeyDown={onKeyDown}
        >
          {answer !== undefined && (
            <SheetRows
              {...{ rows: answer, names, first, active: at, sort }}
              onSort={sortBy}
              onChoose={setActive}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** Up, then down, then as in the file. */
function nextSorting(sort: Sorting | undefined, column: string): Sorting | undefined {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}

/** Which row and column are the first in view, kept in step with the scroll bars. */
function useScroller(ncolumns: number, nrows: number) {
  const element = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 800, height: 400 });
  const [wanted, want] = useState<Place>({ row: 0, column: 0 });
  /** Where this program has scrolled to: the event of that is not a person's. */
  const own = useRef({ top: 0, left: 0 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setSize(entry!.contentRect));
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  const view = {
    rows: Math.max(1, Math.min(nrows, Math.floor(size.height / rowHeight) - 1)),
    columns: Math.max(1, Math.min(ncolumns, Math.floor((size.width - numberWidth) / columnWidth))),
  };
  const space = {
    height: Math.min(mostHeight, Math.max(size.height, (nrows + 1) * rowHeight)),
    width: Math.max(size.width, numberWidth + ncolumns * columnWidth),
  };
  const most = { row: nrows - view.rows, column: ncolumns - view.columns };
  const room = { top: space.height - size.height || 1, left: space.width - size.width || 1 };
  const first = {
    row: Math.max(0, Math.min(most.row, wanted.row)),
    column: Math.max(0, Math.min(most.column, wanted.column)),
  };
  return {
    element,
    first,
    view,
    space,
    width: size.width,
    show(place: Place): void {
      want(place);
      const top = Math.round((place.row / (most.row || 1)) * room.top);
      const left = Math.round((place.column / (most.column || 1)) * room.left);
      own.current = { top, left };
      element.current!.scrollTo(own.current);
    },
    onScroll({
      currentTarget: { scrollTop, scrollLeft },
    }: {
      readonly currentTarget: Element;
    }): void {
      const { top, left } = own.current;
      if (Math.abs(scrollTop - top) < 2 && Math.abs(scrollLeft - left) < 2) return;
      own.current = { top: -9, left: -9 };
      want({
        row: Math.round((scrollTop / room.top) * most.row),
        column: Math.round((scrollLeft / room.left) * most.column),
      });
    },
  };
}
