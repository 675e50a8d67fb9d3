/** The page's side of the engine. */
import { type AskOptions, Connection } from './connection.js';
import { missing } from './missing.js';
import type { Answer, Asks, QuestionName, Reply } from './protocol.js';

export { EngineFailure } from './connection.js';

const connection = new Connection((message, transfer) => {
  if (worker === undefined || missing.value === 'workers') queueMicrotask(refuse);
  else worker.postMessage(message, transfer);
});
const refuse = () => connection.fail('no engine');
const worker = startWorker();

/** A browser without workers refuses by an error, and one whose page forbids them by an event without a message. */
function startWorker(): Worker | undefined {
  let started: Worker;
  try {
    started = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
  } catch {
    missing.value = 'workers';
    return undefined;
  }
  started.addEventListener('message', ({ data }: MessageEvent<Reply>) => connection.hear(data));
  started.addEventListener('error', ({ message }) => {
    if (!message) missing.value = 'workers';
    connection.fail(message || 'no engine');
  });
  return started;
}

/** Asks the engine. @throws EngineFailure */
export function ask<Name extends QuestionName, Progress = unknown>(
  name: Name,
  value: Asks<Name>,
  options: AskOptions<Progress> = {},
): Promise<Answer<Name>> {
  return connection.ask(name, value, options);
}
