/** Warnings and failures of the data, with buttons for the ways out. */
import { data, dataFailure, tried } from '../session/data.js';
import { readWith } from '../opening/files.js';
import { setKey } from '../session/model.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';
import { type WayOut, waysOutOf, waysOutOfFailure } from './ways-out.js';

/** Most ways out that are shown of one warning: a workbook may have many sheets, which its options list. */
const most = 4;

export function Warnings() {
  const { warnings: label } = words.value.data;
  const list = data.value?.warnings ?? [];
  if (list.length === 0) return null;
  return (
    <ul class="warnings" aria-label={label}>
      {list.map((warning, i) => (
        <li key={i}>
          {spoken(warning)}
          <WaysOut ways={waysOutOf(warning)} />
        </li>
      ))}
    </ul>
  );
}

/** Why a file could not be read. The data that were open are still there. */
export function DataFailure() {
  const failure = dataFailure.value;
  const { stillOpen } = words.value.data;
  if (failure === undefined) return null;
  const kept = data.value?.name;
  return (
    <div class="failure" role="alert">
      {spoken(failure)}
      {kept !== undefined && <p>{stillOpen(kept)}</p>}
      <WaysOut ways={waysOutOfFailure(failure)} />
    </div>
  );
}

function WaysOut({ ways }: { readonly ways: readonly WayOut[] }) {
  if (ways.length === 0) return null;
  return (
    <span class="ways-out">
      {ways.slice(0, most).map((way, i) => (
        <button key={i} type="button" onClick={() => take(way)}>
          {nameOf(way)}
        </button>
      ))}
    </span>
  );
}

function nameOf(way: WayOut): string {
  const { readAs, keepOnly } = words.value.data;
  if (way.way === 'where') return keepOnly(way.where);
  const options = Object.entries(way.options as Readonly<Record<string, unknown>>);
  return readAs(options.map(([key, value]) => `${key}: ${written(value)}`).join(', '));
}

const written = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function take(way: WayOut): void {
  if (way.way === 'where') setKey('where', way.where);
  else void readWith({ ...tried.value?.options, ...way.options });
}
