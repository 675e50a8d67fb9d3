/** GMM-style instruments of dynamic panels: variables and the window of their lags. */
import { Range } from '../components/range.js';
import { Switch } from '../components/choice.js';
import { TermList } from '../components/term-list.js';
import { model, setKey } from '../session/model.js';
import { words } from '../words/words.js';

/** An entry of `gmm` as it is written. */
interface GmmEntry {
  readonly vars: readonly string[];
  readonly lags?: readonly [number, number | null];
  readonly collapse?: boolean;
}

export function LagWindows({
  columns,
  periods,
}: {
  readonly columns: readonly string[];
  /** The longest lag that the data allow. */
  readonly periods: number;
}) {
  const entries = (model.value['gmm'] ?? []) as readonly GmmEntry[];
  const change = (place: number, entry: GmmEntry) =>
    setKey(
      'gmm',
      entries.map((other, i) => (i === place ? entry : other)),
    );
  return (
    <fieldset class="group">
      <legend>{words.value.model.gmmInstruments}</legend>
      {entries.map((entry, i) => (
        <LagWindow
          key={i}
          entry={entry}
          columns={columns}
          periods={periods}
          onChange={(changed) => change(i, changed)}
        />
      ))}
    </fieldset>
  );
}

/** One place right of the longest lag stands for all lags. */
function LagWindow({
  entry,
  columns,
  periods,
  onChange,
}: {
  readonly entry: GmmEntry;
  readonly columns: readonly string[];
  readonly periods: number;
  readonly onChange: (entry: GmmEntry) => void;
}) {
  const { gmmInstruments, lags, firstLag, lastLag, collapse } = words.value.model;
  const [from, last] = entry.lags ?? [2, null];
  const most = Math.max(periods, from, last ?? 0) + 1;
  const to = last ?? most;
  const say = (lag: number) => (lag === most ? words.value.app.all : String(lag));
  const names = entry.vars.join(', ');
  return (
    <div class="window">
      <TermList
        label={gmmInstruments}
        terms={entry.vars}
        offered={columns}
        onChange={(vars) => onChange({ ...entry, vars })}
      />
      <output>{lags(String(from), say(to))}</output>
      <Range
        least={0}
        most={most}
        from={from}
        to={to}
        fromLabel={firstLag(names)}
        toLabel={lastLag(names)}
        say={say}
        onChange={(first, end) =>
          onChange({ ...entry, lags: [Math.min(first, most - 1), end === most ? null : end] })
        }
      />
      <Switch
        label={collapse}
        on={entry.collapse ?? false}
        onChange={(on) => onChange({ ...entry, collapse: on })}
      />
    </div>
  );
}
