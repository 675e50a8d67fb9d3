/** The model as a form. */
import { Choice } from '../components/choice.js';
import { TermList } from '../components/term-list.js';
import { columnNames } from '../session/data.js';
import { failure } from '../session/estimate.js';
import { model, setKey } from '../session/model.js';
import { words } from '../words/words.js';
import { type FormulaParts, formulaOf, partsOf } from './formula.js';
import { LagWindows } from './lag-windows.js';

export function ModelForm() {
  const columns = columnNames.value;
  return (
    <section class="card" aria-labelledby="model-heading">
      <h2 id="model-heading">{words.value.model.model}</h2>
      <FormulaFields columns={columns} />
      {Array.isArray(model.value['gmm']) && <LagWindows columns={columns} periods={8} />}
      {failure.value !== undefined && (
        <p class="failure" role="alert">
          {failure.value.message}
        </p>
      )}
    </section>
  );
}

function FormulaFields({ columns }: { readonly columns: readonly string[] }) {
  const { outcome, regressors, effects, endogenous, excluded } = words.value.model;
  const formula = String(model.value['formula'] ?? '');
  const parts = partsOf(formula);
  if (parts === undefined) return <FormulaText formula={formula} />;
  const change = (changed: Partial<FormulaParts>) =>
    setKey('formula', formulaOf({ ...parts, ...changed }));
  const lists = { regressors, effects, endogenous, instruments: excluded };
  return (
    <>
      <Choice
        label={outcome}
        value={parts.outcome}
        options={columns.includes(parts.outcome) ? columns : [parts.outcome, ...columns]}
        onChange={(name) => change({ outcome: name })}
      />
      {(Object.keys(lists) as (keyof typeof lists)[])
        .filter((list) => list === 'regressors' || parts[list].length > 0)
        .map((list) => (
          <TermList
            key={list}
            label={lists[list]}
            terms={parts[list]}
            offered={columns}
            onChange={(terms) => change({ [list]: terms })}
          />
        ))}
      <FormulaText formula={formula} />
    </>
  );
}

function FormulaText({ formula }: { readonly formula: string }) {
  return (
    <label class="field">
      <span class="field-label">{words.value.model.formula}</span>
      <input
        class="formula"
        value={formula}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => setKey('formula', event.currentTarget.value)}
      />
    </label>
  );
}
