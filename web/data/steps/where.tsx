/** Which rows stay: a condition as text, and a form that adds to it. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../../components/answer.js';
import { Choice } from '../../components/choice.js';
import { columns, data, preparedData } from '../../session/data.js';
import { model, setKey } from '../../session/model.js';
import { steps } from '../../session/prepared.js';
import { count } from '../../words/numbers.js';
import { spoken } from '../../components/spoken.js';
import { words } from '../../words/words.js';
import { conditionOf } from './written.js';

const signs = ['==', '!=', '<', '<=', '>', '>='];

export function Where() {
  const { where, rowsKept } = words.value.steps;
  const written = String(model.value['where'] ?? '');
  const table = preparedData.value ?? data.value!;
  const asked = written.trim() === '' ? undefined : { steps: steps.value, where: written };
  const { answer, failure } = useAnswer('kept', asked, [table, steps.value, written]);
  return (
    <div class="where">
      <label class="field">
        <span class="field-label">{where}</span>
        <input
          class="formula"
          value={written}
          placeholder="year >= 1978"
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => setKey('where', event.currentTarget.value || undefined)}
        />
      </label>
      {asked !== undefined && failure === undefined && answer !== undefined && (
        <p class="note" role="status">
          {rowsKept(count(answer), count(table.nrows))}
        </p>
      )}
      {asked !== undefined && failure !== undefined && (
        <p class="failure" role="alert">
          {spoken(failure).replace(/^build\.where_*/, 'where')}
        </p>
      )}
      <Condition
        onAdd={(condition) =>
          setKey('where', written.trim() === '' ? condition : `${written} && ${condition}`)
        }
      />
    </div>
  );
}

function Condition({ onAdd }: { readonly onAdd: (condition: string) => void }) {
  const { column: label, comparison, value: valueLabel, addCondition } = words.value.steps;
  const [chosen, setColumn] = useState('');
  const [sign, setSign] = useState('==');
  const [value, setValue] = useState('');
  const name = chosen === '' ? (columns.value[0]?.name ?? '') : chosen;
  const isText = columns.value.find((column) => column.name === name)?.kind === 'text';
  const isWhole = isText || (value.trim() !== '' && Number.isFinite(Number(value)));
  return (
    <form
      class="fields condition"
      aria-label={addCondition}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onAdd(conditionOf(name, sign, isText ? value : value.trim(), isText));
      }}
    >
      <Choice
        label={label}
        value={name}
        options={columns.value.map((column) => column.name)}
        onChange={setColumn}
      />
      <Choice label={comparison} value={sign} options={signs} onChange={setSign} />
      <label class="field">
        <span class="field-label">{valueLabel}</span>
        <input value={value} onInput={(event) => setValue(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={!isWhole}>
        {addCondition}
      </button>
    </form>
  );
}
