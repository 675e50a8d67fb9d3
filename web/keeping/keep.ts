/** Keeps the work in the browser after each change. */
import { effect } from '@preact/signals';
import { latest } from '../engine/latest.js';
import { source } from '../session/data.js';
import { examples } from '../papers/examples.js';
import { keepFailure, partsAreInitial, readParts } from '../session/kept.js';
import { mode } from '../session/view.js';
import { demo, model } from '../session/model.js';
import { textToKeep } from '../session/model-text.js';
import { wanted } from '../session/wanted.js';
import { language } from '../words/words.js';
import { workId } from './claim.js';
import { deleteWork, listWorks, type Work, writeWork } from './database.js';
import { markKept } from './mark.js';

/** Changes within this time are kept together. */
const pause = 300;
/** Most works that are kept: the oldest goes. */
const most = 20;

/** The file that the database has for this tab's work. */
let keptFile: { readonly id: string; readonly file: Blob } | undefined;

/** The database has this file already, as it was restored from it. */
export function knownFile(id: string, file: Blob): void {
  keptFile = { id, file };
}

function workNow(hasFile: boolean): Work {
  const from = source.value ?? wanted.value;
  return {
    id: workId(),
    time: Date.now(),
    model: model.value,
    text: textToKeep(model.value),
    source: from && {
      name: from.name,
      options: from.options,
      ...('file' in from && { url: from.url, size: from.file.size }),
    },
    hasFile,
    mode: mode.value,
    language: language.value,
    parts: readParts(),
  };
}

const isFull = (error: unknown) => (error as Error).name === 'QuotaExceededError';

/** A file that there was no room for. */
let refused: Blob | undefined;

/** The file, if the database should have it. */
function fileToKeep(): Blob | undefined {
  const file = source.value?.file;
  return file === refused ? undefined : file;
}

const isKept = (id: string, file: Blob) => keptFile?.id === id && keptFile.file === file;

const write = latest(async () => {
  const file = fileToKeep();
  const work = workNow(file !== undefined);
  const newFile = file === undefined || isKept(work.id, file) ? undefined : file;
  try {
    await writeWork(work, newFile);
    if (file !== undefined) keptFile = { id: work.id, file };
    if (file !== undefined || source.value === undefined) keepFailure.value = undefined;
    markKept();
    if (newFile !== undefined) await tidy();
  } catch (error) {
    if (isFull(error) && newFile !== undefined) await writeWithoutFile(newFile);
    else keepFailure.value = isFull(error) ? 'no-room' : 'no-database';
  }
});

/** Without room for the file the model is kept, and a person is asked for the file after a reload. */
async function writeWithoutFile(file: Blob): Promise<void> {
  refused = file;
  try {
    await deleteWork(workId());
    await writeWork(workNow(false));
    keepFailure.value = 'no-room-for-file';
    markKept();
  } catch (error) {
    keepFailure.value = isFull(error) ? 'no-room' : 'no-database';
  }
}

/** Deletes the oldest works beyond the limit. */
async function tidy(): Promise<void> {
  for (const { id } of (await listWorks()).slice(most)) await deleteWork(id);
}

/** A study whose data are still to be brought could not be restored. */
const isWaiting = () => wanted.value?.bring !== undefined;

/** Work that nobody has done yet is not kept. */
const isUntouched = () =>
  model.value === demo &&
  partsAreInitial() &&
  source.value?.name === examples.employment.file &&
  source.value.options === undefined;

let timer: ReturnType<typeof setTimeout> | undefined;
let begun = false;

/** Starts to keep the work. */
export function keepWork(): void {
  if (begun) return;
  begun = true;
  let isDue = false;
  const writeNow = () => {
    clearTimeout(timer);
    if (isDue) write(undefined);
    isDue = false;
  };
  effect(() => {
    const changed = [model.value, source.value, mode.value, language.value, readParts()];
    if (changed.length === 0 || isWaiting() || (isUntouched() && keptFile === undefined)) return;
    isDue = true;
    clearTimeout(timer);
    timer = setTimeout(writeNow, pause);
  });
  addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });
}
