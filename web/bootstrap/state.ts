/** The bootstrap of the model on the page: what is asked, how far it is, what it found. */
import { effect, signal } from '@preact/signals';
import { ask } from '../engine/client.js';
import type {
  BootstrapSoFar,
  ChosenBootstrap,
  Interrupted,
} from '../engine/questions/bootstraps.js';
import { taskOf } from '../engine/task.js';
import { data } from '../session/data.js';
import { fittedModel } from '../session/estimate.js';
import { asInput } from '../session/model.js';

export const task = taskOf<'bootstrap', BootstrapSoFar>('bootstrap');

/** More workers than processors compute no faster. */
export const processors = navigator.hardwareConcurrency;

export const options = signal<ChosenBootstrap>({
  reps: 1000,
  seed: 1,
  workers: processors,
  ci: ['percentile', 'normal', 'bca'],
});
/** The coefficient whose replicates are shown. */
export const shownCoefficient = signal('');
/** A bootstrap of before that can go on. */
export const interrupted = signal<Interrupted | undefined>(undefined);

/** The standard error of a coefficient after so many replicates, with its Monte Carlo error. */
export interface RunningError {
  readonly done: number;
  readonly stdErrors: Readonly<Record<string, number>>;
  readonly monteCarloError: Readonly<Record<string, number>>;
}

export const history = signal<readonly RunningError[]>([]);
/** Longer histories are thinned: every other entry goes. */
const longest = 400;

effect(() => {
  const { progress } = task.state.value;
  if (progress === undefined) return;
  const { done, stdErrors, monteCarloError } = progress;
  const before = history.peek().filter((entry) => entry.done < done);
  const all = [...before, { done, stdErrors, monteCarloError }];
  history.value = all.length > longest ? all.filter((_, i) => i % 2 === 1) : all;
});

export async function start(resume = false): Promise<void> {
  history.value = [];
  const model = asInput(fittedModel.value);
  await task.start({ model, options: options.value, resume });
  await look();
}

/** Goes on with a bootstrap that was stopped or that ended with the page. */
export async function goOn({ request: request }: Interrupted): Promise<void> {
  history.value = [];
  options.value = request.options;
  await task.start(request);
  await look();
}

/** Asks whether a bootstrap can go on. */
export async function look(): Promise<void> {
  const kept = await ask('interrupted', undefined);
  const canGoOn =
    kept !== undefined && kept.data === data.peek()?.name && kept.done < kept.request.options.reps;
  interrupted.value = canGoOn ? kept : undefined;
}
