/** What happens to the data before the model: new columns, and the rows that stay. */
import { stepsFailure } from '../../session/prepared.js';
import { openPanel } from '../../session/view.js';
import { model, setKey } from '../../session/model.js';
import { spoken } from '../../components/spoken.js';
import { words } from '../../words/words.js';
import { NewStep } from './new-step.js';
import { Step } from './step.js';
import { Where } from './where.js';
import { buildOf, listOf, type WrittenStep } from './written.js';

export function Steps() {
  const { steps, asText } = words.value.steps;
  return (
    <section class="card wide" aria-labelledby="steps-heading">
      <div class="row between">
        <h2 id="steps-heading">{steps}</h2>
        <button type="button" onClick={() => (openPanel.value = 'text')}>
          {asText}
        </button>
      </div>
      <StepsForm />
      {stepsFailure.value !== undefined && (
        <p class="failure" role="alert">
          {spoken(stepsFailure.value)}
        </p>
      )}
    </section>
  );
}

function StepsForm() {
  const { onlyText } = words.value.steps;
  const list = listOf(model.value['build']);
  const set = (next: readonly WrittenStep[]) => setKey('build', buildOf(next));
  if (list === undefined) return <p class="note">{onlyText}</p>;
  return (
    <>
      <ol class="steps">
        {list.map((step, i) => (
          <Step
            key={i}
            step={step}
            isFirst={i === 0}
            onChange={(changed) => set(list.map((other, j) => (j === i ? changed : other)))}
            onRemove={() => set(list.filter((_, j) => j !== i))}
            onRaise={() => set([...list.slice(0, i - 1), step, list[i - 1]!, ...list.slice(i + 1)])}
          />
        ))}
      </ol>
      <NewStep onAdd={(step) => set([...list, step])} />
      <Where />
    </>
  );
}
