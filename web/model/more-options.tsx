/** Keys without a place of their own, found by a word of their name or description. */
import { useComputed } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import { descriptionOf, loadDescriptions } from '../session/descriptions.js';
import { model } from '../session/model.js';
import { words } from '../words/words.js';
import { KeyControl } from './control.js';
import { labelOf } from './labels.js';
import { otherControls } from './layout.js';

loadDescriptions();

export function MoreOptions() {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const estimator = useComputed(() => model.value.estimator).value;
  const isFound = (key: string) =>
    `${key} ${labelOf(key)} ${descriptionOf(key)}`.toLowerCase().includes(wanted.toLowerCase());
  return (
    <>
      <div class="field">
        <label class="field-label" for={id}>
          {words.value.model.findOption}
        </label>
        <input
          id={id}
          type="search"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      <div class="fields">
        {otherControls(estimator)
          .filter(({ key }) => isFound(key))
          .map((schema) => (
            <KeyControl key={`${estimator} ${schema.key}`} schema={schema} />
          ))}
      </div>
    </>
  );
}
