/** A command or a script of another program becomes the model; what was not translated is said. */
import { useId, useState } from 'preact/hooks';
import type { Failure } from '../engine/failure.js';
import { ask, EngineFailure } from '../engine/client.js';
import type { PastedModel, PastedModels } from '../engine/questions/interchange.js';
import { columnNames } from '../session/data.js';
import { change, model, type WrittenModel } from '../session/model.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';

interface Found extends PastedModels {
  readonly failure?: Failure;
}

const nothing: Found = { models: [], notTranslated: [] };

export function PasteCode() {
  const { paste, pasteHint, use } = words.value.code;
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState(nothing);
  const read = async () => {
    const next = await translated(text);
    setFound(next);
    const [only, ...others] = next.models;
    if (only !== undefined && others.length === 0) take(only);
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <label class="field-label" for={id}>
        {paste}
      </label>
      <textarea
        id={id}
        class="formula"
        rows={4}
        spellcheck={false}
        placeholder="xtabond2 n L.n w k, gmm(n, lag(2 4)) iv(w k) twostep robust"
        aria-describedby={`${id}-hint`}
        aria-invalid={found.failure !== undefined}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="note">
        {pasteHint}
      </p>
      <div>
        <button type="submit" disabled={text.trim() === ''}>
          {use}
        </button>
      </div>
      <div role="status">
        <Told found={found} />
      </div>
    </form>
  );
}

function Told({ found: { models, notTranslated, failure } }: { readonly found: Found }) {
  const { taken, several, takeLine } = words.value.code;
  const notes = [...models.flatMap((one) => one.notes), ...notTranslated];
  return (
    <>
      {failure !== undefined && <p class="failure">{spoken(failure)}</p>}
      {models.length === 1 && <p>{taken}</p>}
      {models.length > 1 && (
        <>
          <p>{several(String(models.length))}</p>
          <ul>
            {models.map((one) => (
              <li key={one.line}>
                <button type="button" onClick={() => take(one)}>
                  {takeLine(String(one.line), String(one.model.formula))}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const take = (found: PastedModel) => change(found.model as unknown as WrittenModel);

async function translated(text: string): Promise<Found> {
  const panel = model.peek()['panel'] as
    { readonly unit?: string; readonly time?: string } | undefined;
  const keys = { unit: panel?.unit, time: panel?.time };
  try {
    return await ask('fromCode', { text, columns: columnNames.peek(), ...keys });
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    return { ...nothing, failure: error.failure };
  }
}
