/** A number and where it comes from: its model, its rows, the program and the data. */
import { useEffect, useRef } from 'preact/hooks';
import { SaveClaim } from '../claims/save-claim.js';
import { opened, type OpenedNumber } from '../session/number.js';
import { words } from '../words/words.js';
import { NumberShown } from './number.js';
import { Source } from './source.js';
import '../style/provenance.css';

export default function NumberDialog() {
  const number = opened.value;
  return number === undefined ? null : <Dialog number={number} />;
}

function Dialog({ number }: { readonly number: OpenedNumber }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { close } = words.value.provenance;
  return (
    <dialog
      ref={dialog}
      class="provenance"
      aria-labelledby="number-heading"
      onClose={() => (opened.value = undefined)}
    >
      <NumberShown number={number} />
      {number.coefficient !== undefined && <SaveClaim number={number} />}
      <Source number={number} />
      <form method="dialog">
        <button type="submit">{close}</button>
      </form>
    </dialog>
  );
}
