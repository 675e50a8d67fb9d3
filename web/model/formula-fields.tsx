/** The formula as fields: the outcome, and lists of terms by their role. */
import { useComputed } from '@preact/signals';
import { Combobox } from '../components/combobox.js';
import { Field } from './field.js';
import { TermList } from '../components/term-list.js';
import { TextInput } from '../components/text-input.js';
import { columns as allColumns } from '../session/data.js';
import { model, setPath } from '../session/model.js';
import { traits } from '../session/traits.js';
import { words } from '../words/words.js';
import { type FormulaParts, formulaOf, partsOf } from './formula.js';
import { valueAt } from '../session/paths.js';
import { searchTerms } from './terms.js';

const roles = ['regressors', 'effects', 'endogenous', 'instruments'] as const;
type Role = (typeof roles)[number];

export function FormulaFields() {
  const formula = useComputed(() => String(model.value['formula'] ?? '')).value;
  const parts = partsOf(formula);
  return (
    <>
      {parts !== undefined && <PartFields parts={parts} />}
      <Field path="formula" label={words.value.model.formula} help="formula">
        {(control) => (
          <TextInput
            control={control}
            class="formula"
            value={formula}
            onChange={(text) => setPath('formula', text ?? '')}
          />
        )}
      </Field>
    </>
  );
}

function PartFields({ parts }: { readonly parts: FormulaParts }) {
  const { outcome } = words.value.model;
  const hasPanel = useComputed(() => valueAt(model.value, 'panel') !== undefined).value;
  const takes = useComputed(() => takenRoles(model.value.estimator)).value;
  const columns = allColumns.value;
  const search = searchTerms(columns, { lags: hasPanel, functions: true });
  const change = (changed: Partial<FormulaParts>) =>
    setPath('formula', formulaOf({ ...parts, ...changed }));
  return (
    <>
      <Field path="formula.outcome" label={outcome}>
        {(control) => (
          <Combobox
            control={control}
            value={parts.outcome}
            search={search}
            free
            onPick={(name) => change({ outcome: name })}
          />
        )}
      </Field>
      {roles
        .filter((role) => takes.includes(role) || parts[role].length > 0)
        .map((role) => (
          <Field key={role} path={`formula.${role}`} label={words.value.model[role]} group>
            {(control) => (
              <TermList
                label={words.value.model[role]}
                terms={parts[role]}
                search={search}
                control={control}
                onChange={(terms) => change({ [role]: terms })}
              />
            )}
          </Field>
        ))}
    </>
  );
}

/** The roles that terms have in formulas of an estimator: one with windows of lags has its own lists of instruments. */
function takenRoles(estimator: string): readonly Role[] {
  const has = traits.value?.estimators[estimator]?.has;
  if (has === undefined || has.lagWindows) return ['regressors'];
  return has.instruments ? roles : ['regressors', 'effects'];
}
