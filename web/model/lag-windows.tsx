/** The windows of lags alone, for screens that show no other part of the model. */
import { useComputed } from '@preact/signals';
import { model } from '../session/model.js';
import { listOf } from '../session/paths.js';
import { words } from '../words/words.js';
import { KeyControl } from './control.js';
import { entryControls } from './layout.js';

const shown = ['gmm[].lags', 'gmm[].collapse'];

export function LagWindows() {
  const entries = useComputed(() => model.value['gmm']).value;
  const controls = entryControls('gmm', model.value.estimator);
  if (!Array.isArray(entries)) return null;
  return (
    <fieldset class="group">
      <legend>{words.value.model.keys['gmm']}</legend>
      {entries.map((entry: { readonly vars?: unknown }, place) => (
        <div key={place} class="entry" role="group" aria-label={listOf(entry.vars).join(', ')}>
          <strong>{listOf(entry.vars).join(', ')}</strong>
          {controls
            .filter(({ key }) => shown.includes(key))
            .map((schema) => (
              <KeyControl
                key={schema.key}
                schema={schema}
                path={schema.key.replace('[]', `[${place}]`)}
              />
            ))}
        </div>
      ))}
    </fieldset>
  );
}
