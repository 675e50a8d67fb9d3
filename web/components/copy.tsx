/** A button that copies a text, and says that it has. */
import { useState } from 'preact/hooks';
import { words } from '../words/words.js';

export function Copy({ text, of }: { readonly text: string; readonly of: string }) {
  const { copy, copied, notCopied } = words.value.code;
  const [said, setSaid] = useState('');
  const act = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(copied),
      () => setSaid(notCopied),
    );
  return (
    <>
      <button
        type="button"
        aria-label={copy(of)}
        onClick={() => void act()}
        onBlur={() => setSaid('')}
      >
        {words.value.code.copyThis}
      </button>
      <span class="note" role="status">
        {said}
      </span>
    </>
  );
}
