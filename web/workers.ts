import { element } from './elements.js';

const input = element('workers', HTMLInputElement);

/** The number of workers entered on the page; undefined for one per processor. */
export function workerCount(): number | undefined {
  return input.value === '' ? undefined : input.valueAsNumber;
}
