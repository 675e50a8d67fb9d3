/** The bar that shows how far a bootstrap is. */
import type { BootstrapProgress } from 'wasmetrics';
import { element } from './elements.js';
import { count, plural } from './words.js';

const panel = element('progress-panel', HTMLDivElement);
const bar = element('progress', HTMLProgressElement);
const words = element('progress-text', HTMLSpanElement);

/** Shows an empty bar for `reps` replicates. */
export function startProgress(reps: number): void {
  bar.max = reps;
  bar.value = 0;
  words.textContent = 'starting';
  panel.hidden = false;
}

export function showProgress(progress: BootstrapProgress): void {
  bar.value = progress.done;
  words.textContent = progressWords(progress);
}

export function hideProgress(): void {
  panel.hidden = true;
}

/** `4,096 of 10,000 replicates, 16,023 per second, 1 s left, 0 failed`. */
function progressWords({ done, total, rate, secondsLeft, failed }: BootstrapProgress): string {
  const of = `${count(done)} of ${plural(total, 'replicate')}`;
  return `${of}, ${count(rate)} per second, ${duration(secondsLeft)} left, ${count(failed)} failed`;
}

function duration(exact: number): string {
  const seconds = Math.ceil(exact);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
