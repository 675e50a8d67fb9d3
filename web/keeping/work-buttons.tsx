/** Buttons of the header for the work as a whole. The dialogs are loaded when they are first opened. */
import { openDialog } from '../session/dialogs.js';
import { words } from '../words/words.js';
import { lazy } from '../workbench/lazy.js';

const dialogs = {
  share: lazy(async () => (await import('../sharing/share-dialog.js')).ShareDialog),
  kept: lazy(async () => (await import('./kept-dialog.js')).KeptDialog),
};

export function WorkButtons() {
  const { share, kept } = words.value.keeping;
  return (
    <>
      <button type="button" onClick={() => (openDialog.value = 'share')}>
        {share}
      </button>
      <button type="button" onClick={() => (openDialog.value = 'kept')}>
        {kept}
      </button>
    </>
  );
}

/** The dialog that is open, if any. */
export function WorkDialog() {
  const Open = openDialog.value && dialogs[openDialog.value];
  return Open ? <Open /> : null;
}
