/** The columns of the table: they are moved by dragging or by buttons, named, opened and removed. */
import { useRef } from 'preact/hooks';
import { type Collected, collected, moved, setColumns } from '../session/collected.js';
import { change } from '../session/model.js';
import { openPanel } from '../session/view.js';
import { words } from '../words/words.js';

export function Columns() {
  const say = words.value.collect;
  const dragged = useRef<number | undefined>(undefined);
  return (
    <ol class="columns-of-table" aria-label={say.columns}>
      {collected.value.map((column, place) => (
        <li
          key={column.id}
          draggable
          onDragStart={(event) => {
            dragged.current = place;
            event.dataTransfer?.setData('text/plain', String(place + 1));
          }}
          onDragOver={(event) => dragged.current !== undefined && event.preventDefault()}
          onDrop={(event) => {
            if (dragged.current === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            setColumns(moved(dragged.current, place));
            dragged.current = undefined;
          }}
        >
          <Column column={column} place={place} />
        </li>
      ))}
    </ol>
  );
}

function Column({ column, place }: { readonly column: Collected; readonly place: number }) {
  const say = words.value.collect;
  const { model, head, id } = column;
  const columns = collected.value;
  const name = head || `(${place + 1})`;
  return (
    <>
      <input
        value={head}
        placeholder={`(${place + 1})`}
        aria-label={say.heading(String(place + 1))}
        onInput={({ currentTarget: { value } }) =>
          setColumns(
            columns.map((one) => (one.id === id ? { ...one, head: value } : one)),
            `head ${id}`,
          )
        }
      />
      <code class="note">{String(model['formula'] ?? model.estimator)}</code>
      <div class="row">
        <Move name={name} place={place} step={-1} label={say.left(name)} sign="←" />
        <Move name={name} place={place} step={1} label={say.right(name)} sign="→" />
        <button
          type="button"
          class="small"
          aria-label={say.open(name)}
          onClick={() => {
            change(model);
            openPanel.value = 'estimate';
          }}
        >
          {say.openShort}
        </button>
        <button
          type="button"
          class="small"
          aria-label={say.remove(name)}
          onClick={() => setColumns(columns.filter((one) => one.id !== id))}
        >
          ×
        </button>
      </div>
    </>
  );
}

interface MoveProps {
  readonly name: string;
  readonly place: number;
  readonly step: 1 | -1;
  readonly label: string;
  readonly sign: string;
}

function Move({ place, step, label, sign }: MoveProps) {
  const to = place + step;
  return (
    <button
      type="button"
      class="small"
      aria-label={label}
      disabled={to < 0 || to >= collected.value.length}
      onClick={() => setColumns(moved(place, to))}
    >
      {sign}
    </button>
  );
}
