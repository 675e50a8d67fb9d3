/** The work as a whole: buttons of the header, dialogs and notices, which are loaded when they are first shown. */
import { openDialog } from '../session/view.js';
import { keepFailure } from '../session/kept.js';
import { missing } from '../engine/missing.js';
import { notice, wanted } from '../session/wanted.js';
import { words } from '../words/words.js';
import { lazy } from '../components/lazy.js';

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

const Notices = lazy(async () => (await import('./notices.js')).Notices);

/** What must be said of the work as a whole, below the header. */
export function WorkNotices() {
  const all = [missing.value, wanted.value, notice.value, keepFailure.value];
  const isSaid = all.some((one) => one !== undefined);
  return isSaid ? <Notices /> : null;
}

/** The dialog that is open, if any. */
export function WorkDialog() {
  const Open = openDialog.value && dialogs[openDialog.value];
  return Open ? <Open /> : null;
}
