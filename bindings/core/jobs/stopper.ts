export interface Stopper {
  /** The work, or a rejection as soon as the signal aborts. */
  race<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

/** One listener for all chunks, as Node warns of more than ten on a signal. */
export function stopper(signal: AbortSignal | undefined): Stopper {
  if (signal === undefined) return { race: (work) => work, end: () => undefined };
  const waiting = new Set<(reason: unknown) => void>();
  const stop = () => waiting.forEach((reject) => reject(signal.reason));
  signal.addEventListener('abort', stop, { once: true });
  return {
    race: (work) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        work.then(resolve, reject).finally(() => waiting.delete(reject));
      }),
    end: () => signal.removeEventListener('abort', stop),
  };
}
