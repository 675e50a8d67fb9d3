/** A form for one more step: a name, what makes the column, and its fields. */
import { useState } from 'preact/hooks';
import { columns } from '../../session/data.js';
import { Choice } from '../../components/choice.js';
import { words } from '../../words/words.js';
import { Body } from './step.js';
import { expressionOf, kindOf, type StepBody, type StepKind, type WrittenStep } from './written.js';

const kinds: readonly StepKind[] = ['value', 'split', 'index'];

/** An empty step of a kind. */
function emptyBody(kind: StepKind): StepBody {
  const numbers = columns.value.filter((column) => column.kind === 'number');
  if (kind === 'split') return { split: numbers[0]?.name ?? '', at: 'mean' };
  if (kind === 'index') return { index: 'entropy', columns: {} };
  return '';
}

/** True if the step says enough to be tried. */
function isWhole(name: string, body: StepBody): boolean {
  if (name.trim() === '') return false;
  if (kindOf(body) === 'value') return expressionOf(body).trim() !== '';
  return (
    typeof body === 'object' && Object.keys((body['columns'] ?? { any: 1 }) as object).length > 0
  );
}

export function NewStep({ onAdd }: { readonly onAdd: (step: WrittenStep) => void }) {
  const { newColumn, newName, kind: kindLabel, kindNames, add } = words.value.steps;
  const [name, setName] = useState('');
  const [body, setBody] = useState<StepBody>('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isWhole(name, body)) return;
    onAdd({ name: name.trim(), body });
    setName('');
    setBody(emptyBody(kindOf(body)));
  };
  return (
    <form class="group" aria-label={newColumn} onSubmit={submit}>
      <div class="fields">
        <label class="field">
          <span class="field-label">{newName}</span>
          <input
            class="formula"
            value={name}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <Choice
          label={kindLabel}
          value={kindOf(body)}
          options={kinds}
          say={(kind) => kindNames[kind as StepKind]}
          onChange={(kind) => setBody(emptyBody(kind as StepKind))}
        />
      </div>
      <Body name={name} body={body} onChange={setBody} />
      <button type="submit" disabled={!isWhole(name, body)}>
        {add}
      </button>
    </form>
  );
}
