/** A control with its label, its help, and what is wrong with its value. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { useComputed } from '@preact/signals';
import type { ControlProps } from '../components/control-props.js';
import { descriptionOf, loadDescriptions } from '../session/descriptions.js';
import { words } from '../words/words.js';
import type { Fault } from './fault.js';
import { faultsAt, watchPath } from './faults.js';

/** What is wrong at a key of the model. */
export function useFaults(path: string): readonly Fault[] {
  useEffect(() => watchPath(path), [path]);
  return useComputed(() => faultsAt(path)).value;
}

export interface FieldProps {
  /** The key of the model, such as `gmm[0].lags`. */
  readonly path: string;
  readonly label: string;
  /** The key whose description is the help, if it has one. */
  readonly help?: string | undefined;
  /** True for a group of controls with labels of their own. */
  readonly group?: boolean;
  readonly children: (control: ControlProps) => ComponentChildren;
}

export function Field({ path, label, help, group = false, children }: FieldProps) {
  const id = useId();
  const faults = useFaults(path);
  const isWrong = faults.some(({ severity }) => severity === 'error');
  const control = {
    id,
    label,
    'aria-invalid': isWrong,
    'aria-describedby': faults.length > 0 ? `${id}-faults` : undefined,
  };
  const Label = group ? 'span' : 'label';
  return (
    <div
      class={`field${isWrong ? ' wrong' : ''}`}
      {...(group && { role: 'group', 'aria-label': label })}
    >
      <div class="field-head">
        <Label class="field-label" {...(!group && { for: id })}>
          {label}
        </Label>
        {help !== undefined && <Help of={help} label={label} />}
      </div>
      {children(control)}
      <Faults id={`${id}-faults`} faults={faults} />
    </div>
  );
}

/** A button that shows what a key means. */
export function Help({ of, label }: { readonly of: string; readonly label: string }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const toggle = () => {
    loadDescriptions();
    setOpen(!isOpen);
  };
  return (
    <>
      <button
        type="button"
        class="help"
        aria-label={words.value.model.help(label)}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        ?
      </button>
      <p id={id} class="note" role="status" hidden={!isOpen}>
        {isOpen && descriptionOf(of)}
      </p>
    </>
  );
}

/** Messages, each with the ways out that a button can take. */
export function Faults({ id, faults }: { readonly id: string; readonly faults: readonly Fault[] }) {
  return (
    <div id={id} class="faults" aria-live="polite">
      {faults.map(({ code, message, severity, ways }) => (
        <div key={`${code}${message}`} class={severity === 'error' ? 'failure' : 'warning'}>
          {message}
          {ways.length > 0 && (
            <div class="row">
              {ways.map(({ label, take }) => (
                <button key={label} type="button" onClick={take}>
                  {label}
                </button>
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
