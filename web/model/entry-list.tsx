/** A list of entries, such as the windows of lags: each with its controls, and buttons that add and remove one. */
import { useComputed } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { ControlSchema } from '../build/controls.js';
import { Faults, Help, useFaults } from './field.js';
import { model, setPath } from '../session/model.js';
import { words } from '../words/words.js';
import { partsOf } from './formula.js';
import { labelOf } from './labels.js';
import { entryControls } from './layout.js';
import { listOf, valueAt } from '../session/paths.js';

/** Keys of entries that are seldom written: they are shown in an entry that has them, or when asked for. */
const main = ['vars', 'lags', 'collapse', 'equation', 'name', 'groups'];
const isMain = (key: string) => main.includes(key.replace(/^.*\./, ''));

export interface KeyControlProps {
  readonly schema: ControlSchema;
  readonly path?: string;
}

interface EntryListProps {
  /** The key of the list. */
  readonly list: string;
  /** What shows a key of an entry. */
  readonly Control: ComponentType<KeyControlProps>;
}

export function EntryList({ list, Control }: EntryListProps) {
  const { addEntry, addThis } = words.value.model;
  const length = useComputed(() => {
    const entries = valueAt(model.value, list);
    return Array.isArray(entries) ? entries.length : 0;
  }).value;
  const faults = useFaults(list);
  const label = labelOf(list);
  const add = () => setPath(`${list}[${length}]`, started(list));
  return (
    <fieldset class="group" aria-describedby={faults.length > 0 ? `faults-${list}` : undefined}>
      <legend>{label}</legend>
      {Array.from({ length }, (_, place) => (
        <Entry key={place} list={list} place={place} Control={Control} />
      ))}
      <div class="field-head">
        <button type="button" aria-label={addEntry(label)} onClick={add}>
          {addThis}
        </button>
        <Help of={list} label={label} />
      </div>
      <Faults id={`faults-${list}`} faults={faults} />
    </fieldset>
  );
}

/** A new entry is of the outcome, or of a regressor. */
function started(list: string): object {
  const parts = partsOf(String(model.peek()['formula'] ?? ''));
  const { estimator } = model.peek();
  const keys = entryControls(list, estimator).map(({ key }) => key);
  const hasLags = keys.includes(`${list}[].lags`);
  const first = hasLags ? parts?.outcome : parts?.regressors.at(-1);
  return {
    ...(keys.includes(`${list}[].name`) && { name: 'set' }),
    vars: first === undefined ? [] : [first],
    ...(hasLags && { lags: [2, null], collapse: true }),
  };
}

function Entry({ list, place, Control }: EntryListProps & { readonly place: number }) {
  const { removeEntry, more } = words.value.model;
  const path = `${list}[${place}]`;
  const entry = useComputed(() => valueAt(model.value, path)).value as Record<string, unknown>;
  const estimator = useComputed(() => model.value.estimator).value;
  const controls = entryControls(list, estimator);
  const nameOf = (key: string) => key.slice(list.length + 3);
  const isShown = (key: string) => isMain(key) || entry?.[nameOf(key)] !== undefined;
  const shown = controls.filter(({ key }) => isShown(key));
  const hidden = controls.filter(({ key }) => !isShown(key));
  const names = listOf(entry?.['vars']).join(', ');
  return (
    <div class="entry" role="group" aria-label={names || String(place + 1)}>
      {shown.map((schema) => (
        <Control key={schema.key} schema={schema} path={`${path}.${nameOf(schema.key)}`} />
      ))}
      <div class="row">
        {hidden.length > 0 && (
          <details>
            <summary>{more}</summary>
            {hidden.map((schema) => (
              <Control key={schema.key} schema={schema} path={`${path}.${nameOf(schema.key)}`} />
            ))}
          </details>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={removeEntry(names)}
          onClick={() => setPath(path, undefined)}
        >
          {words.value.model.removeThis}
        </button>
      </div>
    </div>
  );
}
