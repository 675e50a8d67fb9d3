/** The numbers of a figure as a table that scrolls in itself. */
import { count } from '../words/numbers.js';
import { words } from '../words/words.js';

export interface NumbersProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** More rows would take long to draw; the files have all of them. */
const most = 400;

export function Numbers({ label, heads, rows }: NumbersProps) {
  return (
    <div class="scroll numbers" tabIndex={0} role="region" aria-label={label}>
      <table class="plain">
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
          {rows.slice(0, most).map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <p class="note">{words.value.figures.firstRows(count(most), count(rows.length))}</p>
      )}
    </div>
  );
}
