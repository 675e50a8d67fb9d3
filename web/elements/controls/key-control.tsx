/** The control of a key of the model, by what the schema says of it. */
import { useId } from 'preact/hooks';
import type { ControlSchema } from '../../build/controls.js';
import { Choice, Switch } from '../../components/choice.js';
import { type Lags, RangeField } from '../../components/range-field.js';
import { TextInput } from '../../components/text-input.js';
import { labelOf, wordOf } from '../../model/labels.js';
import { listOf, parentOf, valueAt, withValue } from '../../session/paths.js';
import { words } from '../../words/words.js';
import type { ControlProps, Kind } from './props.js';
import { typesOf, withType } from './errors.js';

interface EditProps extends ControlProps {
  readonly schema: ControlSchema;
  readonly label: string;
  /** The variables of an entry of a list. */
  readonly names: string;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

export function KeyControl({ schema, path, ...props }: Kind<'key'>) {
  const { model, element } = props;
  const entry = valueAt(model, parentOf(path)) as { readonly vars?: unknown } | undefined;
  const names = path.includes('[') ? listOf(entry?.vars).join(', ') : '';
  const label = [labelOf(schema.key), names].filter(Boolean).join(', ');
  const value = valueAt(model, path) ?? schema.default;
  const set = (next: unknown) =>
    element.change(withValue(model, path, next === schema.default ? undefined : next));
  const Edit = schema.key === 'vcov.type' ? ErrorsEdit : edits[schema.type];
  return Edit && <Edit {...{ ...props, schema, label, names, value, set }} />;
}

function RangeEdit({ label, names, value, opened, set }: EditProps) {
  const [first, last] = opened.periods ?? [0, 5];
  return (
    <div class="field" role="group" aria-label={label}>
      <span class="field-label">{label}</span>
      <RangeField
        control={{}}
        value={Array.isArray(value) ? (value as unknown as Lags) : undefined}
        longest={last - first}
        names={names}
        onChange={set}
      />
    </div>
  );
}

function NumberEdit({ label, value, set }: EditProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <TextInput control={{ id }} value={value} numeric onChange={set} />
    </div>
  );
}

function FlagEdit(props: EditProps) {
  const { schema, label, value, set } = props;
  if (schema.choices !== undefined) return <ChoiceEdit {...props} />;
  return (
    <div class="field">
      <Switch label={label} on={Boolean(value)} onChange={set} />
    </div>
  );
}

function ErrorsEdit({ schema, model, opened, element, ...props }: EditProps) {
  const choices = typesOf(schema.choices ?? [], opened.model) as NonNullable<typeof schema.choices>;
  const set = (type: unknown) => element.change(withType(model, type, opened.model));
  const chosen = { schema: { ...schema, choices }, label: words.value.read.errors, set };
  return <ChoiceEdit {...{ ...props, model, opened, element, ...chosen }} />;
}

function ChoiceEdit({ schema, label, value, set }: EditProps) {
  const { byDefault } = words.value.model;
  const choices = [...(schema.type === 'flag' ? [false, true] : []), ...(schema.choices ?? [])];
  const hasDefault = schema.default !== undefined;
  return (
    <Choice
      label={label}
      value={String(value ?? '')}
      options={[...(hasDefault ? [] : ['']), ...choices.map(String)]}
      say={(option) => (option === '' ? byDefault : wordOf(schema.key, option))}
      onChange={(option) => set(choices.find((choice) => String(choice) === option))}
    />
  );
}

/** How a value of each type is changed; values of other types have no control. */
const edits: Partial<Record<ControlSchema['type'], typeof ChoiceEdit>> = {
  choice: ChoiceEdit,
  flag: FlagEdit,
  number: NumberEdit,
  range: RangeEdit,
};
