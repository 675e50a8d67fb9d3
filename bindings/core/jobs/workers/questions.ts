/** Questions to a thread. Those of one session are answered in order. */

interface Question {
  readonly session: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface Questions {
  /** Calls `send` and waits for the answer; undefined if the thread ends by another question. */
  ask<Answer>(session: number, send: () => void): Promise<Answer | undefined>;
  /** Answers the oldest question of the session. */
  answer(session: number, value: unknown): void;
  /** Rejects the oldest question of the session and leaves its others without an answer. */
  refuse(session: number, error: Error): void;
  /** Rejects the oldest question, during which the thread ended, and leaves the others without an answer. */
  end(error: Error): void;
}

export function openQuestions(): Questions {
  const open: Question[] = [];
  const takeFirst = (session: number) => {
    const place = open.findIndex((question) => question.session === session);
    return place < 0 ? undefined : open.splice(place, 1)[0];
  };
  const refuse = (session: number, error: Error) => {
    takeFirst(session)?.reject(error);
    for (let next = takeFirst(session); next !== undefined; next = takeFirst(session)) {
      next.resolve(undefined);
    }
  };
  return {
    ask: <Answer>(session: number, send: () => void) =>
      new Promise<Answer | undefined>((resolve, reject) => {
        send(); // an error thrown here rejects
        open.push({ session, resolve: resolve as (value: unknown) => void, reject });
      }),
    answer: (session, value) => takeFirst(session)?.resolve(value),
    refuse,
    end(error) {
      open.shift()?.reject(error);
      open.splice(0).forEach(({ resolve }) => resolve(undefined));
    },
  };
}
