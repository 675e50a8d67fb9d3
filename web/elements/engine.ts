/**
 * The engine of all elements of a page: a worker. Where the page refuses it, as its policy may, or a bundler has lost its
 * file, the engine runs in the thread of the page.
 */
import { type AskOptions, Connection } from '../engine/connection.js';
import type { Message, Reply } from '../engine/protocol.js';
import type { ElementQuestions } from './worker/questions.js';

type Post = (message: Message) => void;

/** Bundlers must not take the worker for an asset, which would lose the files that it imports. */
const address = import.meta.url.replace(/[^/]*$/, 'elements-worker.js');

let posting: Promise<Post> | undefined;
const connection = new Connection((message) => {
  posting ??= start();
  void posting.then(
    (post) => post(message),
    (error: Error) => connection.fail(error.message),
  );
});

const hear = (reply: Reply) => connection.hear(reply);

async function start(): Promise<Post> {
  try {
    const worker = await startedWorker();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => hear(data);
    worker.onerror = ({ message }) => connection.fail(message || 'no engine');
    return (message) => worker.postMessage(message);
  } catch {
    const { serve } = await import('./worker/worker.js');
    return serve(hear);
  }
}

/** A worker that has said that it is there. */
function startedWorker(): Promise<Worker> {
  const worker = new Worker(scriptOf(address), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message || 'no worker'));
    };
  });
}

/** Browsers start no worker from another origin, but a worker may import from one that allows it. */
function scriptOf(script: string): string {
  const hasOrigin = globalThis.origin !== 'null';
  if (hasOrigin && new URL(script).origin === globalThis.origin) return script;
  const source = `import ${JSON.stringify(script)};`;
  const type = 'text/javascript';
  // A frame without an origin, as sandboxes have, starts modules of `data:` addresses only.
  if (!hasOrigin) return `data:${type},${encodeURIComponent(source)}`;
  return URL.createObjectURL(new Blob([source], { type }));
}

/** Asks the engine. @throws EngineFailure */
export function ask<Name extends keyof ElementQuestions, Progress = unknown>(
  name: Name,
  value: ElementQuestions[Name]['asks'],
  options: AskOptions<Progress> = {},
): Promise<ElementQuestions[Name]['answer']> {
  return connection.ask(name, value, options);
}
