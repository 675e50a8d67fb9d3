/** A field of text or of a number. What is typed stays as it is typed until the field is left. */
import { useState } from 'preact/hooks';
import type { ControlProps } from './control-props.js';

export interface TextInputProps {
  readonly control: ControlProps;
  readonly value: unknown;
  /** A number becomes a number; other texts stay texts. */
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly class?: string;
  /** Called with undefined if the field is empty. */
  readonly onChange: (value: string | number | undefined) => void;
}

export function TextInput(props: TextInputProps) {
  const { control, value, numeric = false, placeholder, class: className, onChange } = props;
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const { label, ...aria } = control;
  const written = value === undefined ? '' : String(value);
  const shown = draft !== undefined && read(draft, numeric) === value ? draft : written;
  return (
    <input
      aria-label={control.id === undefined ? label : undefined}
      {...aria}
      type="text"
      class={className}
      inputMode={numeric ? 'decimal' : 'text'}
      autocomplete="off"
      spellcheck={false}
      placeholder={placeholder}
      value={shown}
      onInput={({ currentTarget }) => {
        setDraft(currentTarget.value);
        onChange(read(currentTarget.value, numeric));
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}

function read(text: string, numeric: boolean): string | number | undefined {
  if (text.trim() === '') return undefined;
  return numeric && Number.isFinite(Number(text)) ? Number(text) : text;
}
