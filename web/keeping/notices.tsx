/** What a person must know or do before the work is whole: a file to bring, a damaged link, no room to keep it. */
import { keepFailure } from '../session/kept.js';
import { missing } from '../engine/missing.js';
import { notice, wanted } from '../session/wanted.js';
import { words } from '../words/words.js';

export function Notices() {
  const said = words.value.keeping;
  const file = wanted.value;
  const told = notice.value;
  return (
    <div class="notices" aria-live="polite">
      {missing.value !== undefined && (
        <p class="failure" role="alert">
          {said.missing[missing.value]}
        </p>
      )}
      {file !== undefined && (
        <p class="notice">
          {said.bring} <strong>{file.name}</strong>. {said.bringHow}
        </p>
      )}
      {told !== undefined && (
        <p class="notice">
          {said.notices[told.kind](told.name ?? '')}{' '}
          <button type="button" onClick={() => (notice.value = undefined)}>
            {said.understood}
          </button>
        </p>
      )}
      {keepFailure.value !== undefined && (
        <p class="failure" role="alert">
          {said.keepFailures[keepFailure.value]}
        </p>
      )}
    </div>
  );
}
