/** The order in which the runs that share a thread send it chunks: first come, first served. */

/** Gives a place back. */
export type Leave = () => void;

export interface Lane {
  /**
   * Resolves when the thread has a place for a chunk of `owner`: it has nothing to do, or one brief chunk. A chunk that
   * waits in the thread saves the time of a message, but behind a long one another thread may be free earlier.
   */
  place(owner: object, brief: boolean): Promise<Leave>;
  /** Forgets the places for which an owner still waits. */
  forget(owner: object): void;
  /** Gives a place to all that wait: the thread has ended, as they will find. */
  end(): void;
}

interface Waiting {
  readonly owner: object;
  readonly brief: boolean;
  grant(leave: Leave): void;
}

export function openLane(): Lane {
  /** Whether the chunks in the thread are brief. */
  const running: { readonly brief: boolean }[] = [];
  let waiting: Waiting[] = [];
  const hasRoom = () => running.length === 0 || (running.length === 1 && running[0]!.brief);
  const grantNext = () => {
    while (waiting.length > 0 && hasRoom()) {
      const { brief, grant } = waiting.shift()!;
      const place = { brief };
      running.push(place);
      grant(() => {
        const index = running.indexOf(place);
        if (index >= 0) running.splice(index, 1);
        grantNext();
      });
    }
  };
  return {
    place: (owner, brief) =>
      new Promise((grant) => {
        waiting.push({ owner, brief, grant });
        grantNext();
      }),
    forget(owner) {
      waiting = waiting.filter((one) => one.owner !== owner);
    },
    end: () => waiting.splice(0).forEach(({ grant }) => grant(() => undefined)),
  };
}
