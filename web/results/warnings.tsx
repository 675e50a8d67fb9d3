/** The warnings of a result, each with what to do about it. */
import { useEffect, useState } from 'preact/hooks';
import type { Warning } from 'wasmetrics';
import { ask } from '../engine/client.js';
import { spoken } from '../components/spoken.js';
import { language, words } from '../words/words.js';

export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings">
      {warnings.map((warning) => (
        <li key={warning.message}>
          {spoken(warning)}
          <Explained code={warning.code} />
        </li>
      ))}
    </ul>
  );
}

/** The explanation of a code, which the engine has in both languages; it is asked for when it is opened. */
function Explained({ code }: { readonly code: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.value.results.wayOut}</summary>
      {open && <Explanation code={code} />}
    </details>
  );
}

function Explanation({ code }: { readonly code: string }) {
  const [paragraphs, setParagraphs] = useState<readonly string[]>([]);
  const spoken = language.value;
  useEffect(() => {
    const none = [words.peek().results.noExplanation];
    void ask('explain', { code, language: spoken }).then(setParagraphs, () => setParagraphs(none));
  }, [code, spoken]);
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
