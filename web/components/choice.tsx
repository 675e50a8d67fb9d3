/** A list of choices with a label, and a switch. */
import { useId } from 'preact/hooks';
import type { ControlProps } from './control-props.js';

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  /** What an option is called, if it is not its value. */
  readonly say?: (option: string) => string;
  readonly onChange: (value: string) => void;
}

export function Choice({ label, ...choice }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <Select control={{ id }} {...choice} />
    </div>
  );
}

export interface SelectProps extends Omit<ChoiceProps, 'label'> {
  readonly control: ControlProps;
}

/** The list alone, for a field that has the label. A value that is none of the options is one more. */
export function Select({ control, value, options, say, onChange }: SelectProps) {
  const { label, ...aria } = control;
  const all = options.includes(value) ? options : [value, ...options];
  return (
    <select
      aria-label={control.id === undefined ? label : undefined}
      {...aria}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {all.map((option) => (
        <option key={option} value={option}>
          {say?.(option) ?? option}
        </option>
      ))}
    </select>
  );
}

export interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  /** What is wrong with it. */
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string | undefined;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, on, onChange, ...aria }: SwitchProps) {
  return (
    <label class="switch">
      <input
        {...aria}
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
