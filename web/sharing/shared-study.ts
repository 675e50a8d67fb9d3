/** A link to a paper with other choices than its author's. */
import { mode } from '../session/mode.js';
import { readersStudy } from '../session/study.js';

/** The paper that lies next to the page is shown with the choices of the link, once it is open. */
export function openSharedStudy(shared: Readonly<Record<string, unknown>>): void {
  readersStudy.value = shared;
  mode.value = 'read';
}
