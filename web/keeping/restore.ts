/** Brings kept work back: that of this tab, or else the newest if no other tab has it. */
import { batch } from '@preact/signals';
import type { Source } from '../engine/questions/tables.js';
import { fetchPaper } from '../papers/fetched.js';
import { closeData, openData } from '../session/data.js';
import { openExample } from '../papers/examples.js';
import { record } from '../session/history.js';
import { restoreParts } from '../session/kept.js';
import { type Mode, mode } from '../session/view.js';
import { model, type WrittenModel } from '../session/model.js';
import { openStudy, readersFile, readersStudy, studyFiles } from '../papers/study.js';
import { restoreText } from '../session/model-text.js';
import { notice, type WantedFile, wanted } from '../session/wanted.js';
import { type Language, language } from '../words/words.js';
import { claim, claimNew } from './claim.js';
import { listWorks, readFile, type Work } from './database.js';
import { knownFile } from './keep.js';
import { formerId } from './mark.js';

/** True if work was restored. */
export async function restoreWork(): Promise<boolean> {
  const works = await listWorks().catch(() => []);
  const former = formerId();
  const work = works.find(({ id }) => id === former) ?? works[0];
  if (work === undefined) return false;
  if (await claim(work.id)) return showWork(work);
  // A tab that was duplicated goes on with a copy; a new tab begins anew.
  if (work.id !== former) return false;
  claimNew();
  notice.value = { kind: 'copied' };
  return showWork(work);
}

/** Opens another kept work in this tab; false if another tab has it. */
export async function switchTo(work: Work): Promise<boolean> {
  if (!(await claim(work.id))) return false;
  record();
  const isShown = await showWork(work);
  await reopenStudy();
  return isShown;
}

/** The paper of the work in place of the one that is open, with the choices of the work. */
async function reopenStudy(): Promise<void> {
  if (studyFiles.value === undefined) return;
  const choices = readersStudy.value;
  await openStudy(readersFile.value ?? (await fetchPaper()));
  readersStudy.value = choices;
}

async function showWork(work: Work): Promise<boolean> {
  const { source } = work;
  const show = () =>
    batch(() => {
      restoreText(work.text);
      model.value = work.model as WrittenModel;
      mode.value = work.mode as Mode;
      language.value = work.language as Language;
      wanted.value = undefined;
      restoreParts(work.parts);
    });
  const file = work.hasFile ? await readFile(work.id).catch(() => undefined) : undefined;
  if (source !== undefined && file !== undefined) {
    knownFile(work.id, file);
    const together = () => Promise.resolve(show);
    await openData({ ...source, file } as Source, { isStep: false, together });
  } else {
    batch(() => {
      closeData();
      show();
      mode.value = 'write';
      if (source !== undefined) wanted.value = source as WantedFile;
    });
  }
  return true;
}

/** Leaves the work as it is kept, and begins with the example. */
export async function beginAnew(): Promise<void> {
  claimNew();
  record();
  notice.value = undefined;
  restoreParts({});
  await openExample('employment');
}
