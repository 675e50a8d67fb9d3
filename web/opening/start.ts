/** What the page opens with: the work of a link, kept work, or the first example. */
import { effect } from '@preact/signals';
import { formerId, hasKept } from '../keeping/mark.js';
import { data } from '../session/data.js';
import { isSettled } from '../session/estimate.js';
import { givenData, givenStudy } from '../papers/given.js';
import { openFirst } from './first.js';
import { wanted } from '../session/wanted.js';

const isLink = () => /^#work\d+=/.test(location.hash);

const openLink = async () => (await import('../sharing/open-link.js')).openLink(location.hash);

/** True if the page was opened with files: only a reload of this tab restores other work. */
const isGiven = givenData.length > 0 || givenStudy !== undefined;

/** Code for links and kept work is loaded only where there are some. */
async function open(): Promise<void> {
  if (isLink()) await openLink();
  else if (hasKept() && (!isGiven || formerId() !== undefined))
    await (await import('../keeping/restore.js')).restoreWork();
  const isWaiting = wanted.value !== undefined && wanted.value.bring === undefined;
  if (data.value === undefined && !isWaiting) await openFirst();
}

export function start(): void {
  void open();
  addEventListener('hashchange', () => isLink() && void openLink());
  let isKeeping = false;
  effect(() => {
    if (isKeeping || !(isSettled.value || wanted.value !== undefined)) return;
    isKeeping = true;
    void import('../keeping/keep.js').then(({ keepWork }) => keepWork());
  });
}
