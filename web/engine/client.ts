/** The page's side of the engine. */
import type { Answer, Asks, Failure, Message, QuestionName, Reply } from './protocol.js';

/** What the engine could not do, and why. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';

  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: EngineFailure) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

export interface AskOptions<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly transfer?: Transferable[];
}

const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, Waiting>();
let lastId = 0;

worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => {
  const asked = waiting.get(reply.id);
  if (asked === undefined) return;
  if ('progress' in reply) return asked.onProgress?.(reply.progress as never);
  waiting.delete(reply.id);
  if ('answer' in reply) asked.resolve(reply.answer as never);
  else asked.reject(new EngineFailure(reply.failure));
});

/** A worker that could not be loaded answers nothing: all that waits for it fails. */
worker.addEventListener('error', ({ message }) => {
  for (const { reject } of waiting.values()) {
    reject(new EngineFailure({ code: 'unexpected', message: message || 'no engine' }));
  }
  waiting.clear();
});

/** Asks the engine. @throws EngineFailure */
export function ask<Name extends QuestionName, Progress = unknown>(
  name: Name,
  value: Asks<Name>,
  { signal, onProgress, transfer = [] }: AskOptions<Progress> = {},
): Promise<Answer<Name>> {
  const id = ++lastId;
  const message: Message = { id, ask: name, value };
  signal?.addEventListener('abort', () => worker.postMessage({ id, stop: true } satisfies Message));
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, onProgress });
    worker.postMessage(message, transfer);
  });
}
