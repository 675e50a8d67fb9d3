/** The worker's side: one engine, given the task once, then asked for jobs by number. */
import workerpool from 'workerpool';
import type { Prepared } from '../bootstrap/runner.js';
import { loadEngine } from '../core/engine.js';
import { prepareTask, type Task } from './task.js';

let prepared: Prepared<object> | undefined;

async function load(module: WebAssembly.Module, task: Task): Promise<void> {
  prepared = prepareTask(await loadEngine(module), task);
}

function run(first: number, count: number): object {
  return prepared!.run(first, count);
}

workerpool.worker({ load, run });
