/** Sensitivity reports of a dynamic panel, computed in workers on request. */
import {
  EconError,
  type FitResult,
  influence,
  type Model,
  multiverse,
  type RunOptions,
  type Progress,
  type Table,
} from 'wasmetrics';
import { documentOf, estimatorTraits, multiverseSvg } from 'wasmetrics/report';
import { documentElements } from './document.js';
import { create, element } from './elements.js';
import { instrumentsInWorker } from './instruments.js';
import { count } from './words.js';
import { workerCount } from './workers.js';

/** What a report is computed from. */
export interface Estimated {
  readonly model: Model;
  readonly table: Table;
  readonly fit: FitResult;
}

type Report = (of: Estimated, options: RunOptions & { signal: AbortSignal }) => Promise<Node[]>;

const section = element('reports', HTMLElement);
const status = element('report-status', HTMLParagraphElement);
const shown = element('report', HTMLDivElement);
const stopButton = element('stop-report', HTMLButtonElement);

let estimated: Estimated | undefined;
let controller = new AbortController();

/** Offers the reports if `of` is a dynamic panel, and stops a running one. */
export function offerReports(of?: Estimated): void {
  controller.abort();
  const isDynamic = of !== undefined && estimatorTraits(of.model.estimator)?.has.dynamics;
  estimated = isDynamic === true ? of : undefined;
  section.hidden = estimated === undefined;
  status.textContent = '';
  shown.replaceChildren();
}

const curve: Report = async ({ model, table }, options) => {
  const result = await multiverse(table, model, options);
  const parsed = new DOMParser().parseFromString(multiverseSvg(result), 'image/svg+xml');
  const drawing = document.importNode(parsed.documentElement, true);
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', `Specification curve of ${result.coefficient}`);
  const [title, ...others] = documentElements(documentOf(result), 'h3');
  return [title!, create('figure', {}, drawing), ...others];
};

const instruments: Report = async ({ model, table }, { signal }) =>
  documentElements(documentOf(await instrumentsInWorker({ model, table }, signal)), 'h3');

const units: Report = async ({ fit }, options) =>
  documentElements(documentOf(await influence(fit, options)), 'h3');

async function make(report: Report): Promise<void> {
  if (estimated === undefined) return;
  controller.abort();
  const started = (controller = new AbortController());
  status.textContent = 'Running.';
  shown.replaceChildren();
  stopButton.disabled = false;
  const options = {
    signal: started.signal,
    workers: workerCount(),
    onProgress: (progress: Progress) => {
      if (started === controller) status.textContent = progressWords(progress);
    },
  };
  const [words, nodes] = await report(estimated, options).then(
    (elements) => ['', elements] as const,
    (error: unknown) => [failureWords(error, started.signal), []] as const,
  );
  if (started !== controller) return;
  stopButton.disabled = true;
  status.textContent = words;
  shown.replaceChildren(...nodes);
}

function progressWords({ done, total, secondsLeft }: Progress): string {
  return `${count(done)} of ${count(total)}, ${Math.ceil(secondsLeft)} s left`;
}

function failureWords(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'Stopped.';
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof EconError ? message : `unexpected: ${message}`;
}

for (const [id, report] of Object.entries({ curve, instruments, influence: units })) {
  element(id, HTMLButtonElement).addEventListener('click', () => void make(report));
}
stopButton.addEventListener('click', () => controller.abort());
