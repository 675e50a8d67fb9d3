/** Answers questions, each with its number. */
import type { Failure } from '../engine/failure.js';
import type { Message, Reply } from '../engine/protocol.js';
import type { Running } from './running.js';

/** The answers by the names of their questions. */
type Answering = Readonly<Record<string, (value: never, running: Running) => unknown>>;

export interface Serving {
  readonly answers: Answering;
  readonly send: (reply: Reply) => void;
  /** An error as plain values. */
  readonly failureOf: (error: unknown, value: unknown) => Failure | Promise<Failure>;
}

/** What hears the messages of a page. */
export function serving({ answers, send, failureOf }: Serving): (message: Message) => void {
  const running = new Map<number, AbortController>();

  async function answer(id: number, ask: string, value: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const report = (progress: unknown) => send({ id, progress });
      const answer = answers[ask]!(value as never, { signal: controller.signal, report });
      send({ id, answer: await answer });
    } catch (error) {
      send({ id, failure: await failureOf(error, value) });
    } finally {
      running.delete(id);
    }
  }

  return (message) => {
    if ('stop' in message) running.get(message.id)?.abort();
    else void answer(message.id, message.ask, message.value);
  };
}
