/** Questions to an engine, and its replies by their numbers. */
import type { Failure } from './failure.js';
import type { Message, Reply } from './protocol.js';

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

export class Connection {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(readonly post: (message: Message, transfer: Transferable[]) => void) {}

  /** @throws EngineFailure */
  ask<Reported>(
    ask: string,
    value: unknown,
    { signal, onProgress, transfer = [] }: AskOptions<Reported>,
  ): Promise<never> {
    const id = ++this.#lastId;
    signal?.addEventListener('abort', () => this.post({ id, stop: true }, []));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.post({ id, ask, value } as Message, transfer);
    });
  }

  hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if ('progress' in reply) return waiting.onProgress?.(reply.progress as never);
    this.#waiting.delete(reply.id);
    if ('answer' in reply) waiting.resolve(reply.answer as never);
    else waiting.reject(new EngineFailure(reply.failure));
  }

  /** An engine that could not be loaded answers nothing: all that waits for it fails. */
  fail(message: string): void {
    for (const { reject } of this.#waiting.values()) {
      reject(new EngineFailure({ code: 'unexpected', message }));
    }
    this.#waiting.clear();
  }
}
