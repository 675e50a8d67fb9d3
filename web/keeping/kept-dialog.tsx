/** The works that this browser keeps: open, delete, or begin anew. */
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../components/dialog.js';
import { words } from '../words/words.js';
import { openDialog } from '../session/view.js';
import { claimed, workId } from './claim.js';
import { deleteWork, listWorks, type Work } from './database.js';
import { beginAnew, switchTo } from './restore.js';

interface Listed extends Work {
  /** Where it is open. */
  readonly where: 'here' | 'in another tab' | 'nowhere';
}

async function list(): Promise<readonly Listed[]> {
  const [works, taken] = await Promise.all([listWorks(), claimed()]);
  return works.map((work) => ({
    ...work,
    where: work.id === workId() ? 'here' : taken.has(work.id) ? 'in another tab' : 'nowhere',
  }));
}

export function KeptDialog() {
  const { kept, keptHelp, nothingKept, anew } = words.value.keeping;
  const [works, setWorks] = useState<readonly Listed[] | undefined>(undefined);
  const refresh = () => list().then(setWorks, () => setWorks([]));
  useEffect(() => void refresh(), []);
  return (
    <Dialog label={kept}>
      <p class="note">{keptHelp}</p>
      {works?.length === 0 && <p>{nothingKept}</p>}
      <ul class="works">
        {works?.map((work) => (
          <KeptWork key={work.id} work={work} onChange={() => void refresh()} />
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          openDialog.value = undefined;
          void beginAnew();
        }}
      >
        {anew}
      </button>
    </Dialog>
  );
}

function KeptWork({ work, onChange }: { readonly work: Listed; readonly onChange: () => void }) {
  const { open, remove, isHere, isElsewhere, withoutData } = words.value.keeping;
  const { model, source, where } = work;
  const { formula = '' } = model as { readonly formula?: string };
  const name = source?.name ?? withoutData;
  return (
    <li>
      <div>
        <strong>{name}</strong> <time>{new Date(work.time).toLocaleString()}</time>
        <code>{formula}</code>
      </div>
      {where === 'here' && (
        <>
          <span class="note">{isHere}</span>
          <button
            type="button"
            aria-label={remove(name)}
            onClick={() => {
              openDialog.value = undefined;
              void beginAnew().then(() => deleteWork(work.id));
            }}
          >
            ×
          </button>
        </>
      )}
      {where === 'in another tab' && <span class="note">{isElsewhere}</span>}
      {where === 'nowhere' && (
        <>
          <button
            type="button"
            aria-label={open(name)}
            onClick={() =>
              void switchTo(work).then((isOpen) => {
                if (isOpen) openDialog.value = undefined;
                else onChange();
              })
            }
          >
            {words.value.keeping.openShort}
          </button>
          <button
            type="button"
            aria-label={remove(name)}
            onClick={() => void deleteWork(work.id).then(onChange)}
          >
            ×
          </button>
        </>
      )}
    </li>
  );
}
