/** The model as a form. */
import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { Choice } from '../components/choice.js';
import { Faults, useFaults } from './field.js';
import { change, model } from '../session/model.js';
import { traits } from '../session/traits.js';
import { words } from '../words/words.js';
import { lazy } from '../components/lazy.js';
import { KeyControl } from './control.js';
import { FormulaFields } from './formula-fields.js';
import { estimatorLabel } from './labels.js';
import { controlsOf, estimators, type FormPart } from './layout.js';
import { valueAt } from '../session/paths.js';
import { switched } from './switch.js';

export function ModelForm() {
  const faults = useFaults('');
  return (
    <section class="card model" aria-labelledby="model-heading">
      <h2 id="model-heading">{words.value.model.model}</h2>
      <Faults id="faults-model" faults={faults} />
      <Estimator />
      <FormulaFields />
      <Part part="instruments" />
      <Part part="method" titled />
      <Errors />
      <Part part="sample" titled />
      <More />
    </section>
  );
}

function Estimator() {
  const chosen = useComputed(() => model.value.estimator).value;
  return (
    <Choice
      label={words.value.model.estimator}
      value={chosen}
      options={estimators}
      say={(name) => estimatorLabel(name, traits.value?.estimators[name]?.words.summary)}
      onChange={(name) => change(switched(model.peek(), name, traits.peek()?.estimators[name]))}
    />
  );
}

/** The controls of a part, in a group if it has a title. */
function Part({ part, titled = false }: { readonly part: FormPart; readonly titled?: boolean }) {
  const estimator = useComputed(() => model.value.estimator).value;
  const controls = controlsOf(part, estimator);
  if (controls.length === 0) return null;
  const fields = controls.map((schema) => (
    <KeyControl key={`${estimator} ${schema.key}`} schema={schema} />
  ));
  if (!titled) return <div class="fields">{fields}</div>;
  return (
    <fieldset class="group">
      <legend>{words.value.model.parts[part]}</legend>
      <div class="fields">{fields}</div>
    </fieldset>
  );
}

/** Standard errors; what counts lags only where they have lags. */
function Errors() {
  const estimator = useComputed(() => model.value.estimator).value;
  const hasLags = useComputed(() => {
    const type = valueAt(model.value, 'vcov.type');
    const isWritten = controlsOf('lags', estimator).some(
      ({ key }) => valueAt(model.value, key) !== undefined,
    );
    return isWritten || traits.value?.lagged.includes(String(type)) === true;
  }).value;
  const parts = hasLags ? (['errors', 'lags'] as const) : (['errors'] as const);
  return (
    <fieldset class="group">
      <legend>{words.value.model.parts.errors}</legend>
      <div class="fields">
        {parts
          .flatMap((part) => controlsOf(part, estimator))
          .map((schema) => (
            <KeyControl key={`${estimator} ${schema.key}`} schema={schema} />
          ))}
      </div>
    </fieldset>
  );
}

const Others = lazy(async () => (await import('./more-options.js')).MoreOptions);

function More() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.value.app.more}</summary>
      {isOpen && <Others />}
    </details>
  );
}
