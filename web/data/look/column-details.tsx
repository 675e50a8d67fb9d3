/** What is known of one column. */
import type { DescribedColumn } from '../../engine/questions/tables.js';
import { preparedData } from '../../session/data.js';
import { count, decimal } from '../../words/numbers.js';
import { words } from '../../words/words.js';

export function ColumnDetails({ column }: { readonly column: DescribedColumn }) {
  const { expression, missingBecause } = words.value.look;
  const built = preparedData.value?.built.find(({ name }) => name === column.name);
  return (
    <div class="details">
      {column.reason !== undefined && <p class="note">{column.reason}</p>}
      {built !== undefined && (
        <p>
          {expression} <code>{built.expression}</code>
        </p>
      )}
      {built?.reasons.map(({ reason, cells }) => (
        <p key={reason} class="note">
          {missingBecause(count(cells), reason)}
        </p>
      ))}
      <Numbers column={column} />
      <Values column={column} />
    </div>
  );
}

/** Statistics that the column has. A date's first and last are texts. */
function Numbers({ column }: { readonly column: DescribedColumn }) {
  const { statistics } = words.value.look;
  const names = Object.keys(statistics) as (keyof typeof statistics)[];
  const shown = names.filter((name) => column[name] !== undefined && column[name] !== null);
  return (
    <dl class="statistics">
      {shown.map((name) => (
        <div key={name}>
          <dt>{statistics[name]}</dt>
          <dd>{text(column[name]!, name)}</dd>
        </div>
      ))}
    </dl>
  );
}

const counts = ['n', 'missing', 'distinct'];

function text(value: number | string, name: string): string {
  if (typeof value === 'string') return value;
  return counts.includes(name) ? count(value) : decimal(value);
}

/** Frequent values, and kinds of missing values. */
function Values({ column }: { readonly column: DescribedColumn }) {
  const { frequent, kinds } = words.value.look;
  const { top = [], missingKinds = {} } = column;
  const missing = Object.entries(missingKinds);
  return (
    <>
      {top.length > 0 && (
        <p>
          <span class="note">{frequent}</span>{' '}
          {top.map(({ value, label, n }) => `${label ?? String(value)} (${count(n)})`).join(', ')}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <span class="note">{kinds}</span>{' '}
          {missing.map(([kind, n]) => `${kind} (${count(Number(n))})`).join(', ')}
        </p>
      )}
    </>
  );
}
