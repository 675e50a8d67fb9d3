/** Which threads the runs of a process start, share and keep. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { limitThreads, processors } from '../../../../bindings/core/jobs/processors.js';
import type {
  Connection,
  ConnectionListener,
} from '../../../../bindings/core/jobs/workers/connection.js';
import { takeThread, type Thread } from '../../../../bindings/core/jobs/workers/threads.js';

interface Fake extends Connection {
  readonly script: string;
  sessions: number;
  memory: number;
  /** What the connection does when its last session was closed. */
  leave(): void;
}

let started: Fake[];
let ended: Connection[];

function start({ name }: { readonly name: string }, listener: ConnectionListener): Fake {
  const worker: Fake = {
    script: name,
    memory: 2 ** 20,
    sessions: 1,
    failed: false,
    started: Promise.resolve(),
    open: () => {
      throw new Error('these tests run nothing');
    },
    hold: vi.fn(),
    leave() {
      worker.sessions = 0;
      listener.emptied();
    },
    end() {
      ended.push(worker);
      listener.ended();
    },
  };
  started.push(worker);
  return worker;
}

/** The threads of a run that asks for `count`. */
function run(count: number, limit: number, kind = 'a') {
  const team = { limit, threads: new Set<Thread>() };
  const found = Array.from({ length: count }, () => takeThread(kind, { name: kind }, team, start));
  return found.map((thread) => thread?.worker as Fake | undefined);
}

beforeEach(() => {
  [started, ended] = [[], []];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  limitThreads(undefined);
  started.forEach((worker) => worker.end());
  vi.useRealTimers();
});

describe('the threads of a process', () => {
  test('are no more than a run may use, however many runs there are', () => {
    const runs = Array.from({ length: 20 }, () => {
      const workers = run(3, 3);
      workers.forEach((worker) => (worker!.sessions += 1));
      return workers;
    });
    expect(started).toHaveLength(3);
    for (const workers of runs) expect(new Set(workers).size).toBe(3);
  });

  test('are shared by the runs that use few of them', () => {
    for (let i = 0; i < 8; i++) run(1, 1)[0]!.sessions += 1;
    run(2, 2);
    expect(started).toHaveLength(2);
    started[1]!.sessions = 3;
    expect(run(1, 2)).toEqual([started[1]]);
  });

  test('of another script end when they are idle, and are waited for by nobody', () => {
    const [other] = run(1, 1, 'b');
    expect(run(1, 1)).toEqual([undefined]);
    other!.leave();
    expect(run(1, 1)).toEqual([started[1]]);
    expect(ended).toEqual([other]);
  });

  test('count those of other copies of the library', () => {
    const all = (globalThis as { [name: symbol]: unknown })[Symbol.for('wasmetrics.threads')];
    const foreign = { endUnused: () => undefined };
    (all as Set<object>).add(foreign);
    expect(run(2, 2)).toEqual([started[0], undefined]);
    (all as Set<object>).delete(foreign);
    expect(new Set(run(2, 2))).toEqual(new Set(started));
  });
});

describe('a thread after its runs', () => {
  test('serves the next run of its script and keeps the process alive only then', () => {
    const [one] = run(1, 1);
    one!.leave();
    expect(one!.hold).toHaveBeenLastCalledWith(false);
    expect(run(1, 1)).toEqual([one]);
    expect(one!.hold).toHaveBeenLastCalledWith(true);
    vi.runAllTimers();
    expect(ended).toEqual([]);
  });

  test('ends after ten idle seconds', () => {
    const [one] = run(1, 1);
    one!.leave();
    vi.advanceTimersByTime(9_999);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual([one]);
  });

  test('ends if it held more than 64 MB', () => {
    const [one] = run(1, 1);
    one!.memory = 2 ** 26 + 2 ** 16;
    one!.leave();
    expect(ended).toEqual([one]);
  });

  test('ends if as many threads of its script as processors are idle', () => {
    const count = processors() + 1;
    const workers = run(count, count);
    workers.forEach((worker) => worker!.leave());
    expect(ended).toEqual(workers.slice(-1));
  });

  test('ends if the process may have fewer by now', () => {
    const [one, two] = run(2, 2);
    limitThreads(1);
    one!.leave();
    two!.leave();
    expect(ended).toEqual([one]);
  });
});
