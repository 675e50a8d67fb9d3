/** The balance of the panel: which units have rows in which periods, as a picture and in words. */
import type { PanelReport } from 'wasmetrics/data';
import { useAnswer } from '../../components/answer.js';
import { Presence } from '../../figures/presence.js';
import { data } from '../../session/data.js';
import { steps } from '../../session/prepared.js';
import { count } from '../../words/numbers.js';
import { spoken } from '../../components/spoken.js';
import { words } from '../../words/words.js';

export function Balance() {
  const { balance, choosePanel } = words.value.look;
  const { unit, time } = (steps.value.panel ?? {}) as {
    readonly unit?: string;
    readonly time?: string;
  };
  const keys = unit && time ? { unit, time, steps: steps.value } : undefined;
  const { answer, failure } = useAnswer('panel', keys, [data.value, steps.value]);
  return (
    <section class="card" aria-labelledby="balance-heading">
      <h2 id="balance-heading">{balance}</h2>
      {keys === undefined && <p>{choosePanel}</p>}
      {keys !== undefined && failure !== undefined && <p class="failure">{spoken(failure)}</p>}
      {keys !== undefined && failure === undefined && answer !== undefined && (
        <Report report={answer} />
      )}
    </section>
  );
}

/** Most repeated keys and most patterns that are listed. */
const most = 6;

function Report({ report }: { readonly report: PanelReport }) {
  const said = words.value.look;
  const { presence, spells, duplicates, gaps, emptyPeriods, rowsWithoutKey } = report;
  const { units, periods, balanced, first, last } = report;
  return (
    <>
      <p role="status">
        {said.panelSize(count(units), count(periods), String(first), String(last))}{' '}
        {balanced
          ? said.balanced
          : said.unbalanced(String(spells.min), String(spells.median), String(spells.max))}
      </p>
      <Presence presence={presence} unit={report.unit} time={report.time} />
      <ul class="facts">
        {gaps.length > 0 && <li>{said.gaps(count(gaps.length))}</li>}
        {emptyPeriods.length > 0 && <li>{said.emptyPeriods(emptyPeriods.join(', '))}</li>}
        {rowsWithoutKey > 0 && <li>{said.rowsWithoutKey(count(rowsWithoutKey))}</li>}
      </ul>
      {duplicates.length > 0 && (
        <div class="failure">
          {said.duplicates(count(duplicates.length))}
          <ul>
            {duplicates.slice(0, most).map(({ unit, time, rowNumbers }) => (
              <li key={`${unit} ${time}`}>
                {said.duplicate(String(unit), String(time), rowNumbers.join(', '))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {report.timeConstant.length > 0 && (
        <p class="note">{said.timeConstant(report.timeConstant.join(', '))}</p>
      )}
      <Patterns report={report} />
    </>
  );
}

/** The same as a table: the most frequent patterns of periods. */
function Patterns({ report: { spells } }: { readonly report: PanelReport }) {
  const { patterns, pattern, unitsHead } = words.value.look;
  return (
    <details>
      <summary>{patterns}</summary>
      <table class="columns-table">
        <thead>
          <tr>
            <th scope="col">{pattern}</th>
            <th scope="col">{unitsHead}</th>
          </tr>
        </thead>
        <tbody>
          {spells.patterns.map((one) => (
            <tr key={one.pattern}>
              <th scope="row">
                <code>{one.pattern}</code>
              </th>
              <td>{count(one.units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
