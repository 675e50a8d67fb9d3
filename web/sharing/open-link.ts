/** Opens the work of a link: its data come from the page's own server, or a person brings the file. */
import { batch } from '@preact/signals';
import type { ReadChoices, Source } from '../engine/questions/tables.js';
import { closeData, data, dataFailure, openData } from '../session/data.js';
import { fetchData } from '../papers/examples.js';
import { record } from '../session/history.js';
import { mode } from '../session/view.js';
import { restoreText } from '../session/model-text.js';
import { model, type WrittenModel } from '../session/model.js';
import { isOtherFile, notice, wanted } from '../session/wanted.js';
import { LinkError, type SharedData, type SharedWork, workOf } from './link.js';
import { openSharedStudy } from './shared-study.js';

/** False, with a notice, if the link is damaged. */
export async function openLink(fragment: string): Promise<boolean> {
  try {
    const work = await workOf(fragment);
    notice.value = undefined;
    await show(work);
    return true;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    notice.value = { kind: error.kind };
    return false;
  } finally {
    // A reload restores the work with the changes that were made since.
    history.replaceState(null, '', location.pathname + location.search);
  }
}

async function show({ model: shared, text, study, data: from }: SharedWork): Promise<void> {
  if (study !== undefined) openSharedStudy(study);
  if (shared === undefined) return;
  if (data.value !== undefined) record();
  const showModel = () =>
    batch(() => {
      restoreText(text);
      model.value = shared as WrittenModel;
      wanted.value = undefined;
      mode.value = 'write';
    });
  const source = from && (await served(from));
  if (source !== undefined) {
    const together = () => Promise.resolve(showModel);
    await openData(source, { isStep: false, together });
    if (await isOtherFile(from?.hash)) {
      notice.value = { kind: 'other-file', name: source.name };
    }
    return;
  }
  batch(() => {
    closeData();
    showModel();
    if (from !== undefined) wanted.value = { ...from, options: from.options as ReadChoices };
  });
}

/** The file from the page's own server; undefined if it is not there, or the link names another server. */
async function served({ name, url, options }: SharedData): Promise<Source | undefined> {
  if (url === undefined) return undefined;
  const address = new URL(url, document.baseURI);
  if (address.origin !== location.origin) return undefined;
  const source = await fetchData(name, url);
  if (source !== undefined)
    return { ...source, ...(options && { options: options as ReadChoices }) };
  dataFailure.value = undefined;
  notice.value = { kind: 'not-served', name };
  return undefined;
}
