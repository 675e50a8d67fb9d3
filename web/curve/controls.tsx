/** What of the curve is shown: options left out or joined, and the choice that sorts it. */
import { Choice } from '../components/choice.js';
import { Switch } from '../components/choice.js';
import { decimal } from '../words/numbers.js';
import { words } from '../words/words.js';
import { keyOf, type Row } from './rows.js';
import { excluded, joined, rows, sortBy, task } from './state.js';

export function CurveControls() {
  const say = words.value.curve;
  const names = [...new Set(rows.value.map(({ choice }) => choice))];
  return (
    <>
      <Choice
        label={say.sortBy}
        value={sortBy.value}
        options={['', ...names]}
        say={(name) => (name === '' ? say.byEstimate : name)}
        onChange={(name) => (sortBy.value = name)}
      />
      <details>
        <summary>{say.options}</summary>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{say.option}</th>
              <th scope="col">{say.median}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row, i) => (
              <Option key={`${row.choice} ${row.label}`} row={row} before={rows.value[i - 1]} />
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Option({ row, before }: { readonly row: Row; readonly before: Row | undefined }) {
  const say = words.value.curve;
  const { choice, label, keys, first } = row;
  const name = `${choice}: ${label}`;
  const isIn = [...keys].some((key) => !excluded.value.has(key));
  return (
    <tr>
      <td>
        <Switch label={name} on={isIn} onChange={(on) => include(keys, on)} />
      </td>
      <td>{keys.size === 1 && medianOf(row)}</td>
      <td>
        {!first && before !== undefined && (
          <button
            type="button"
            class="small"
            aria-label={say.joinWith(name, before.label)}
            onClick={() => join(before, row)}
          >
            {say.join}
          </button>
        )}
        {keys.size > 1 && (
          <button
            type="button"
            class="small"
            aria-label={say.splitOf(name)}
            onClick={() => split(keys)}
          >
            {say.split}
          </button>
        )}
      </td>
    </tr>
  );
}

/** The median over the admissible specifications with this option, as the engine summarised them. */
function medianOf({ choice, keys }: Row): string {
  const summary = task.state.value.answer?.result.byChoice.find(
    (one) => one.choice === choice && keys.has(keyOf(choice, one.value)),
  );
  const median = summary?.admissible.median;
  return typeof median === 'number' ? decimal(median) : '';
}

function include(keys: ReadonlySet<string>, on: boolean): void {
  const next = new Set(excluded.value);
  for (const key of keys) {
    if (on) next.delete(key);
    else next.add(key);
  }
  excluded.value = next;
}

function join(before: Row, row: Row): void {
  const [head] = before.keys;
  const pairs = [...before.keys, ...row.keys].map((key) => [key, head!] as const);
  joined.value = new Map([...joined.value, ...pairs]);
}

function split(keys: ReadonlySet<string>): void {
  joined.value = new Map([...joined.value].filter(([key]) => !keys.has(key)));
}
