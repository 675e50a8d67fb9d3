/** The model as text, in step with the form. */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import modelSchema from 'schema:model';
import { completeBy } from '../editor/completion.js';
import { parseText, placeOf, placeOfWord, type TextFault } from '../editor/document.js';
import { YamlEditor } from '../editor/yaml-editor.js';
import { faults as modelFaults } from '../model/faults.js';
import { columnNames } from '../session/data.js';
import { redo, undo } from '../session/history.js';
import { model } from '../session/model.js';
import { pathSteps } from '../session/paths.js';
import { words } from '../words/words.js';
import type { WrittenText } from '../session/model-text.js';
import { textOf, writeModel } from './written.js';

const written = computed(() => textOf(model.value));
const text = computed(() => written.value.text);
const faults = computed(() => faultsIn(written.value));

export function TextPanel() {
  const { label, heldBack, note } = words.value.text;
  const complete = useMemo(() => completeBy(modelSchema, () => columnNames.peek()), []);
  return (
    <section class="card" aria-label={label}>
      <p class="note">{note}</p>
      <YamlEditor
        label={label}
        text={text}
        faults={faults}
        complete={complete}
        onChange={writeModel}
        onUndo={undo}
        onRedo={redo}
      />
      <div aria-live="polite">
        {written.value.faults.length > 0 && <p class="note">{heldBack}</p>}
        <ul class="text-faults">
          {faults.value.map(({ message, severity }) => (
            <li key={message} class={severity === 'error' ? 'failure' : 'warning'}>
              {message}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Faults of the text, or else those of the model at the places of their keys. */
function faultsIn({ text, faults: ofText }: WrittenText): readonly TextFault[] {
  if (ofText.length > 0) return ofText;
  const { document } = parseText(text);
  return modelFaults.value.map(({ path, word, message, severity }) => {
    const place = placeOf(document, pathSteps(path));
    return { ...placeOfWord(text, place, word), message, severity };
  });
}
