/** A link to a paper with other choices than its author's. */
import { batch } from '@preact/signals';
import type { Source } from '../engine/questions/tables.js';
import { mode } from '../session/view.js';
import { openStudy, readersStudy, studyFiles } from '../papers/study.js';
import { notice, wanted } from '../session/wanted.js';
import { hashOf } from './hash.js';
import type { SharedData, SharedStudy } from './link.js';

/** What a link says of the study that is open. Data that the page's server has need no name. */
export async function studyNow(): Promise<SharedStudy | undefined> {
  const choices = readersStudy.value;
  const { text, files = [] } = studyFiles.value ?? {};
  const isServed = files.every(({ url }) => url !== undefined);
  if (isServed) return choices && { choices };
  const named = files.map(async ({ name, file }) => ({ name, hash: await hashOf(file) }));
  return { text, choices, files: await Promise.all(named) };
}

/** Shows the study of a link: that next to the page, or that of the link once its data are brought. */
export function openSharedStudy({ text, files = [], choices }: SharedStudy): void {
  mode.value = 'read';
  if (text === undefined) readersStudy.value = choices;
  else
    askFor(files, async (sources) => {
      await openStudy({ text, files: sources });
      readersStudy.value = choices;
    });
}

/** Asks for one file after another, each of which may have another name than it had. */
function askFor(
  files: readonly SharedData[],
  done: (sources: readonly Source[]) => Promise<void>,
  brought: readonly Source[] = [],
): void {
  const [first] = files;
  if (first === undefined) return void done(brought);
  const bring = async (file: Blob, name: string) => {
    const meant = files.find((one) => one.name === name) ?? first;
    const hash = meant.hash && (await hashOf(file));
    const isOther = hash !== undefined && hash !== meant.hash;
    const rest = files.filter((one) => one !== meant);
    batch(() => {
      wanted.value = undefined;
      notice.value = isOther ? { kind: 'other-file', name } : undefined;
      askFor(rest, done, [...brought, { name: meant.name, file }]);
    });
  };
  wanted.value = { name: files.map(({ name }) => name).join(', '), bring };
}
