import { element } from './elements.js';

const input = element('workers', HTMLInputElement);

/** Workers that the page asks for, undefined for one a processor. */
export function workerCount(): number | undefined {
  return input.value === '' ? undefined : input.valueAsNumber;
}
