/** All columns: type, label, missing values and shape, with a search and the details of one. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../../components/answer.js';
import type { DescribedColumn } from '../../engine/questions/tables.js';
import { data, preparedData } from '../../session/data.js';
import { steps } from '../../session/prepared.js';
import { count, percent } from '../../words/numbers.js';
import { spoken } from '../../components/spoken.js';
import { words } from '../../words/words.js';
import { ColumnDetails } from './column-details.js';
import { Sparkline } from './sparkline.js';

/** Most columns that are listed at once; the search finds the others. */
const most = 150;

export function Columns() {
  const { columns, search, found, noColumn, more, heads } = words.value.look;
  const { answer = [], failure } = useAnswer('describe', steps.value, [data.value, steps.value]);
  const [sought, seek] = useState('');
  const [open, setOpen] = useState('');
  const lowered = sought.toLowerCase();
  const matches = answer.filter(({ name, label = '' }) =>
    `${name} ${label}`.toLowerCase().includes(lowered),
  );
  return (
    <section class="card" aria-labelledby="columns-heading">
      <h2 id="columns-heading">{columns}</h2>
      <input
        type="search"
        class="search"
        aria-label={search}
        placeholder={search}
        value={sought}
        onInput={(event) => seek(event.currentTarget.value)}
      />
      <p class="visually-hidden" role="status">
        {sought !== '' && found(count(matches.length))}
      </p>
      {failure !== undefined && <p class="failure">{spoken(failure)}</p>}
      <div class="column-list" tabIndex={0} role="group" aria-label={columns}>
        <table class="columns-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matches.slice(0, most).map((column) => (
              <Column
                key={column.name}
                column={column}
                isOpen={open === column.name}
                onToggle={() => setOpen(open === column.name ? '' : column.name)}
              />
            ))}
          </tbody>
        </table>
        {answer.length > 0 && matches.length === 0 && <p class="note">{noColumn}</p>}
        {matches.length > most && <p class="note">{more(count(matches.length - most))}</p>}
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly column: DescribedColumn;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Column({ column, isOpen, onToggle }: ColumnProps) {
  const { types, built } = words.value.look;
  const { name, label, type, frequency, missing, n, sparkline } = column;
  const isBuilt = preparedData.value?.built.some((made) => made.name === name) === true;
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" class="plain" aria-expanded={isOpen} onClick={onToggle}>
            <code>{name}</code>
          </button>
          {isBuilt && <span class="badge">{built}</span>}
          {label !== undefined && <span class="note label">{label}</span>}
        </th>
        <td>{types[type](frequency)}</td>
        <td class={missing > 0 ? 'some' : 'note'}>
          {missing === 0 ? '0' : `${count(missing)} (${percentOf(missing, n + missing)})`}
        </td>
        <td>
          <Sparkline heights={sparkline} />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4}>
            <ColumnDetails column={column} />
          </td>
        </tr>
      )}
    </>
  );
}

/** A share with two digits: never 0 % or 100 % for a part. */
function percentOf(part: number, all: number): string {
  const share = part / all;
  if (share < 0.001) return '<0.1 %';
  if (part < all && share > 0.999) return '>99.9 %';
  return percent(Number(share.toPrecision(2)));
}
