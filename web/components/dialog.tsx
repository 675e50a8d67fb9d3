/** A dialog over the page. It closes by the key Escape, its button, or when its work is done. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openDialog } from '../session/view.js';
import { words } from '../words/words.js';

export interface DialogProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Dialog({ label, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  const close = () => {
    element.current?.close();
    openDialog.value = undefined;
  };
  // The event of a dialog that has gone comes when another may be open.
  const closed = () => element.current !== null && close();
  return (
    <dialog ref={element} aria-label={label} onCancel={close} onClose={closed}>
      <div class="row between">
        <h2>{label}</h2>
        <button type="button" onClick={close}>
          {words.value.keeping.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
