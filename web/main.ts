/** The page: data and a model in, a result and its bootstrap out. */
import {
  bootstrap,
  type BootstrapSpec,
  documentOf,
  EconError,
  type FitResult,
  fitModel,
  InputError,
  bootstrapOptions,
  type BootstrapProgress,
  toJson,
  withBootstrap,
} from 'wasmetrics';
import { fetchText } from './data.js';
import { currentData, startData } from './data-section.js';
import { documentElements } from './document.js';
import { create, element } from './elements.js';
import { readModel } from './model.js';
import { hideProgress, showProgress, startProgress } from './progress.js';
import { offerReports } from './reports.js';
import { count } from './words.js';
import { workerCount } from './workers.js';

const model = element('model', HTMLTextAreaElement);
const runButton = element('run', HTMLButtonElement);
const stopButton = element('stop', HTMLButtonElement);
const download = element('download', HTMLButtonElement);
const status = element('status', HTMLParagraphElement);
const failure = element('error', HTMLParagraphElement);
const resultSection = element('result', HTMLElement);

let shown: FitResult | undefined;
let controller = new AbortController();

function show(result: FitResult | undefined, rate?: number): void {
  shown = result;
  const elements =
    result === undefined ? [] : documentElements(documentOf(result, { rate, form: 'full' }), 'h2');
  resultSection.replaceChildren(...elements);
}

/** Shows what is wrong; undefined for nothing. */
function showError(error: unknown): void {
  failure.textContent = '';
  if (error === undefined) return;
  const message = error instanceof Error ? error.message : String(error);
  failure.textContent = error instanceof EconError ? message : `unexpected: ${message}`;
}

/** Estimates what the page says, then bootstraps it where the model asks for that. */
async function run(): Promise<void> {
  const spec = readModel(model.value);
  const data = currentData();
  if (data === undefined) {
    throw new InputError('no-data', 'data: expected a data file, found none chosen');
  }
  const { table } = data;
  const fit = await fitModel(table, spec);
  show(fit);
  status.textContent = 'Estimated.';
  if (spec.bootstrap !== undefined) await runBootstrap(fit, spec.bootstrap);
  offerReports({ model: spec, table, fit });
}

async function runBootstrap(fit: FitResult, spec: BootstrapSpec): Promise<void> {
  const { signal } = controller;
  const { reps } = spec;
  const options = {
    ...bootstrapOptions(spec),
    reps,
    level: fit.level,
    workers: workerCount(),
    signal,
  };
  startProgress(reps);
  stopButton.disabled = false;
  status.textContent = 'Estimated; the bootstrap is running.';
  let last: BootstrapProgress | undefined;
  try {
    const bootstrapRun = bootstrap(fit, options);
    for await (const progress of bootstrapRun) showProgress((last = progress));
    const result = await bootstrapRun.result;
    show(withBootstrap(fit, result), last?.rate);
    status.textContent = doneWords(result.completed, result.partial);
  } catch (error) {
    if (!signal.aborted) throw error;
    status.textContent = 'Estimated; the bootstrap was stopped before its first replicates.';
  }
}

function doneWords(completed: number, partial: boolean): string {
  const how = partial ? 'was stopped after' : 'is done:';
  return `Estimated; the bootstrap ${how} ${count(completed)} replicates.`;
}

async function submit(event: Event): Promise<void> {
  event.preventDefault();
  controller = new AbortController();
  show(undefined);
  offerReports();
  failure.textContent = '';
  status.textContent = 'Running.';
  runButton.disabled = true;
  download.disabled = true;
  try {
    await run();
  } catch (error) {
    status.textContent = '';
    showError(error);
  } finally {
    hideProgress();
    runButton.disabled = false;
    stopButton.disabled = true;
    download.disabled = shown === undefined;
  }
}

function save(): void {
  const blob = new Blob([toJson(shown!)], { type: 'application/json' });
  const href = URL.createObjectURL(blob);
  create('a', { href, download: 'wasmetrics-result.json' }).click();
  URL.revokeObjectURL(href);
}

element('form', HTMLFormElement).addEventListener('submit', (event) => void submit(event));
stopButton.addEventListener('click', () => controller.abort());
download.addEventListener('click', save);
fetchText('employment.yaml').then((text) => (model.value = text), showError);
startData(showError);
