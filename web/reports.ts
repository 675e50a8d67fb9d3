/** Reports on what the estimate of a dynamic panel rests on, computed in workers when they are asked for. */
import {
  EconError,
  type FitResult,
  influence,
  type Model,
  multiverse,
  multiverseSvg,
  type RunOptions,
  type Progress,
  type Table,
} from 'wasmetrics';
import { count, plural } from '../bindings/tables/format.js';
import { influenceSummary, unitTable } from '../bindings/report/influence.js';
import { failedVariants, groupTable, windowTable } from '../bindings/report/instrument-report.js';
import { create, element, note } from './elements.js';
import { instrumentsInWorker } from './instruments.js';
import { tableElement } from './tables.js';
import { workerCount } from './workers.js';

/** What a report starts from. */
export interface Estimated {
  readonly model: Model;
  readonly table: Table;
  readonly fit: FitResult;
}

type Dynamic = Estimated & { readonly model: Extract<Model, { estimator: 'dpd' }> };
type Report = (of: Dynamic, options: RunOptions & { signal: AbortSignal }) => Promise<Node[]>;

const section = element('reports', HTMLElement);
const status = element('report-status', HTMLParagraphElement);
const shown = element('report', HTMLDivElement);
const stopButton = element('stop-report', HTMLButtonElement);

let estimated: Dynamic | undefined;
let controller = new AbortController();

/** Offers the reports where `of` is a dynamic panel, and stops one that is running. */
export function offerReports(of?: Estimated): void {
  controller.abort();
  estimated = of?.model.estimator === 'dpd' ? (of as Dynamic) : undefined;
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
  const { specifications, combinations, partial, failures } = result;
  const stopped = partial ? `Stopped early, of ${count(combinations)}: ` : '';
  const failed = failures.map(
    ({ count: times, message }) => `${plural(times, 'specification')} failed: ${message}`,
  );
  return [
    create('p', {}, `${stopped}${plural(specifications.length, 'specification')}.`),
    create('figure', {}, drawing),
    ...failed.map(note),
  ];
};

const instruments: Report = async ({ model, table }, { signal }) => {
  const report = await instrumentsInWorker({ model, table }, signal);
  return [
    create('p', {}, report.verdict.words),
    tableElement('Other windows', windowTable(report)),
    tableElement('Without a group', groupTable(report)),
    ...failedVariants(report).map(note),
  ];
};

const MOST_UNITS = 10;

const units: Report = async ({ fit }, options) => {
  const result = await influence(fit, options);
  const [most] = result.units;
  const stopped = result.partial ? 'Stopped early. ' : '';
  return [
    ...(most === undefined ? [] : [create('p', {}, `${stopped}${influenceSummary(most, result)}`)]),
    tableElement('Most influential units', unitTable(result, result.units.slice(0, MOST_UNITS))),
    ...result.failures.map(({ unit, message }) => note(`without ${unit}: ${message}`)),
  ];
};

async function make(report: Report): Promise<void> {
  if (estimated === undefined) return;
  controller.abort();
  const own = (controller = new AbortController());
  status.textContent = 'Running.';
  shown.replaceChildren();
  stopButton.disabled = false;
  const options = {
    signal: own.signal,
    workers: workerCount(),
    onProgress: (progress: Progress) => {
      if (own === controller) status.textContent = progressWords(progress);
    },
  };
  const [words, nodes] = await report(estimated, options).then(
    (found) => ['', found] as const,
    (error: unknown) => [failureWords(error, own.signal), []] as const,
  );
  if (own !== controller) return;
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
