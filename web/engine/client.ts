/** The page's side of the engine. */
import { type AskOptions, Connection } from './connection.js';
import type { Answer, Asks, QuestionName, Reply } from './protocol.js';

export { EngineFailure } from './connection.js';

const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
const connection = new Connection((message, transfer) => worker.postMessage(message, transfer));

worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => connection.hear(data));
worker.addEventListener('error', ({ message }) => connection.fail(message || 'no engine'));

/** Asks the engine. @throws EngineFailure */
export function ask<Name extends QuestionName, Progress = unknown>(
  name: Name,
  value: Asks<Name>,
  options: AskOptions<Progress> = {},
): Promise<Answer<Name>> {
  return connection.ask(name, value, options);
}
