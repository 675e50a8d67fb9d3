/** The page: data and a model in, a result and its bootstrap out. */
import {
  bootstrap,
  bootstrapOptions,
  type BootstrapProgress,
  EconError,
  fitModel,
  type FitResult,
  InputError,
  type Model,
  parseModel,
  withBootstrap,
} from 'wasmetrics';
import { documentOf, toJson } from 'wasmetrics/report';
import type { BootstrapSpec } from 'wasmetrics/types';
import { fetchText } from './data.js';
import { currentData, startData } from './data-section.js';
import { documentElements } from './document.js';
import { create, element } from './elements.js';
import { estimatorList } from './estimators.js';
import { parseDocument } from 'yaml';
import { count, plural } from './words.js';
import { offerReports } from './reports.js';
import { workerCount } from './workers.js';
import { noDataChosen } from '../bindings/words/errors/program/data.js';
import { yamlFault } from '../bindings/words/errors/program/yaml.js';

/** The bar that shows how far a bootstrap is. */
const panel = element('progress-panel', HTMLDivElement);
const bar = element('progress', HTMLProgressElement);
const words = element('progress-text', HTMLSpanElement);

/** Shows an empty bar for `reps` replicates. */
function startProgress(reps: number): void {
  bar.max = reps;
  bar.value = 0;
  words.textContent = 'starting';
  panel.hidden = false;
}

function showProgress(progress: BootstrapProgress): void {
  bar.value = progress.done;
  words.textContent = progressWords(progress);
}

function hideProgress(): void {
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

element('estimators', HTMLSpanElement).textContent = estimatorList();
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

/** Shows an error; undefined hides it. */
function showError(error: unknown): void {
  failure.textContent = '';
  if (error === undefined) return;
  const message = error instanceof Error ? error.message : String(error);
  failure.textContent = error instanceof EconError ? message : `unexpected: ${message}`;
}

/** Estimates the model on the page, then runs its bootstrap if the model has one. */
async function run(): Promise<void> {
  const spec = readModel(model.value);
  const data = currentData();
  if (data === undefined) {
    throw new InputError(noDataChosen(), 'data');
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

/** Reads a model from a text of YAML or JSON. Throws InputError with line and column, or naming the key. */
function readModel(text: string): Model {
  const document = parseDocument(text);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw syntaxError(problem.message);
  return parseModel(toValue(document));
}

/** Aliases are resolved here, so that a wrong alias is reported here too. */
function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw syntaxError((error as Error).message);
  }
}

/** The first line of the parser's message is the error and its place; an excerpt follows. */
function syntaxError(message: string): InputError {
  const words = message.split('\n')[0]!.replace(/:$/, '');
  return new InputError(yamlFault.model({ words }), 'model');
}
