/** A field for a whole number. */
import { useId } from 'preact/hooks';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most?: number;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="number-field"
        type="number"
        inputMode="numeric"
        step={1}
        min={least}
        max={most}
        value={value}
        onChange={({ currentTarget: field }) => {
          if (field.validity.valid && Number.isInteger(field.valueAsNumber)) {
            onChange(field.valueAsNumber);
          } else field.value = String(value);
        }}
      />
    </div>
  );
}
