/** The control of a key, by what the schema says of it. */
import { useComputed } from '@preact/signals';
import type { ControlSchema } from '../build/controls.js';
import { Select, Switch } from '../components/choice.js';
import { Combobox } from '../components/combobox.js';
import type { ControlProps } from '../components/control-props.js';
import { type Lags, RangeField } from '../components/range-field.js';
import { TermList } from '../components/term-list.js';
import { TextInput } from '../components/text-input.js';
import { columns as allColumns } from '../session/data.js';
import { longestLag } from '../session/periods.js';
import { model, setPath } from '../session/model.js';
import { words } from '../words/words.js';
import { EntryList, type KeyControlProps } from './entry-list.js';
import { Faults, Field, Help, useFaults } from './field.js';
import { labelOf, wordOf } from './labels.js';
import { listOf, parentOf, valueAt } from '../session/paths.js';
import { searchColumns, searchTerms } from './terms.js';

interface EditProps {
  readonly schema: ControlSchema;
  readonly path: string;
  readonly value: unknown;
  readonly control: ControlProps;
}

/** The control of a key; in an entry of a list its path has the entry's place. */
export function KeyControl({ schema, path = schema.key }: KeyControlProps) {
  const value = useComputed(() => valueAt(model.value, path)).value;
  const label = labelOf(schema.key);
  if (schema.type === 'entries') return <EntryList list={schema.key} Control={KeyControl} />;
  if (schema.type === 'flag' && schema.choices === undefined) {
    return <FlagControl schema={schema} path={path} value={value} label={label} />;
  }
  const Edit = edits[schema.type];
  return (
    <Field path={path} label={label} help={schema.key} group={schema.type === 'list'}>
      {(control) => <Edit schema={schema} path={path} value={value} control={control} />}
    </Field>
  );
}

/** Sets a key. What is the default is not written. */
const set = ({ schema, path }: Pick<EditProps, 'schema' | 'path'>, value: unknown) =>
  setPath(path, value === schema.default ? undefined : value);

function FlagControl({
  schema,
  path,
  value,
  label,
}: Omit<EditProps, 'control'> & { label: string }) {
  const faults = useFaults(path);
  const faultsId = `faults-${path}`;
  return (
    <div class="field">
      <div class="field-head">
        <Switch
          label={label}
          on={Boolean(value ?? schema.default)}
          aria-describedby={faults.length > 0 ? faultsId : undefined}
          onChange={(on) => set({ schema, path }, on)}
        />
        <Help of={schema.key} label={label} />
      </div>
      <Faults id={faultsId} faults={faults} />
    </div>
  );
}

function ChoiceEdit({ schema, path, value, control }: EditProps) {
  const { byDefault } = words.value.model;
  const choices = [...(schema.type === 'flag' ? [false, true] : []), ...(schema.choices ?? [])];
  const hasDefault = schema.default !== undefined;
  const options = [...(hasDefault ? [] : ['']), ...choices.map(String)];
  return (
    <Select
      control={control}
      value={String(value ?? schema.default ?? '')}
      options={options}
      say={(option) => (option === '' ? byDefault : wordOf(schema.key, option))}
      onChange={(option) =>
        set(
          { schema, path },
          choices.find((choice) => String(choice) === option),
        )
      }
    />
  );
}

function TextEdit({ schema, path, value, control }: EditProps) {
  const hint =
    schema.choices?.join(', ') ?? (schema.default === undefined ? '' : `${schema.default}`);
  return (
    <TextInput
      control={control}
      value={value}
      numeric={schema.type === 'number'}
      placeholder={hint}
      onChange={(next) => set({ schema, path }, next)}
    />
  );
}

function ColumnEdit({ schema, path, value, control }: EditProps) {
  return (
    <Combobox
      control={control}
      value={value === undefined ? '' : String(value)}
      placeholder={words.value.app.none}
      search={searchColumns(allColumns.value)}
      free
      onPick={(name) => set({ schema, path }, name)}
      onClear={() => set({ schema, path }, undefined)}
    />
  );
}

/** Keys whose texts are terms of formulas; those of other lists are names of columns. */
const areTerms = /(^|\.)vars$|^roles\./;

function ListEdit({ schema, path, value, control }: EditProps) {
  const columns = allColumns.value;
  const search = areTerms.test(path)
    ? searchTerms(columns, { lags: true, functions: false })
    : searchColumns(columns);
  const isEntry = path.includes('[');
  return (
    <TermList
      label={control.label!}
      terms={listOf(value)}
      search={search}
      control={control}
      onChange={(terms) => set({ schema, path }, terms.length > 0 || isEntry ? terms : undefined)}
    />
  );
}

function RangeEdit({ path, value, control }: EditProps) {
  const entry = valueAt(model.value, parentOf(path)) as { readonly vars?: unknown } | undefined;
  return (
    <RangeField
      control={control}
      value={Array.isArray(value) ? (value as unknown as Lags) : undefined}
      longest={longestLag.value}
      names={listOf(entry?.vars).join(', ')}
      onChange={(lags) => setPath(path, lags)}
    />
  );
}

const edits = {
  choice: ChoiceEdit,
  flag: ChoiceEdit,
  number: TextEdit,
  text: TextEdit,
  column: ColumnEdit,
  list: ListEdit,
  range: RangeEdit,
} as const;
