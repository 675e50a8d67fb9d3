/**
 * The threads of the process, which all its runs share. A run starts one only if the process has fewer than the run may
 * use; otherwise it shares those that are there.
 */
import { processors, threadLimit } from '../processors.js';
import { connect, type Connection } from './connection.js';
import type { Script } from './host-thread.js';

/** Milliseconds after which an idle thread ends. */
const IDLE_MS = 10_000;
/** Maximum bytes of memory of an idle thread; WebAssembly memory never shrinks. */
const IDLE_MEMORY = 2 ** 26;

/** What other copies of the library in this process know of a thread. */
interface Entry {
  /** Ends the thread if no run uses it. */
  endUnused(): void;
}

/** All threads of this process, also of other copies and versions of the library. */
function registry(): Set<Entry> {
  const place = globalThis as { [name: symbol]: Set<Entry> | undefined };
  return (place[Symbol.for('wasmetrics.threads')] ??= new Set());
}

/** A thread of this copy of the library. Those of one kind are interchangeable. */
export interface Thread extends Entry {
  readonly kind: string;
  readonly worker: Connection;
}

/**
 * Threads are kept between runs. The first chunk of a small bootstrap arrives after 45 ms from a new thread and after 8
 * ms from a kept one. They belong to the process, and they do not keep it alive.
 */
const threads = new Set<Thread>();
/** The idle ones, each with the timer that ends it. */
const idle = new Map<Thread, ReturnType<typeof setTimeout>>();

/** The threads of a run, and how many the process may have for the run to start another. */
export interface Seats {
  readonly limit: number;
  readonly threads: Set<Thread>;
}

/**
 * A thread for a run: one that no run uses, a new one, or the one with the fewest runs. Undefined if all threads that the process
 * may have do other work.
 *
 * @param kind - the script and build
 * @throws what the host says if it refuses
 */
export function takeThread(
  kind: string,
  script: Script,
  seats: Seats,
  start: typeof connect = connect,
): Thread | undefined {
  const free = ofKind(kind).filter((thread) => !seats.threads.has(thread));
  let thread = free.find(({ worker }) => worker.sessions === 0);
  if (thread === undefined) {
    const all = registry();
    for (const other of all) if (all.size >= seats.limit) other.endUnused();
    thread = all.size < seats.limit ? startThread(kind, script, start) : leastUsed(free);
  }
  if (thread === undefined) return undefined;
  clearTimeout(idle.get(thread));
  idle.delete(thread);
  thread.worker.hold(true);
  seats.threads.add(thread);
  return thread;
}

function startThread(kind: string, script: Script, start: typeof connect): Thread {
  const worker = start(script, {
    emptied: () => rest(thread),
    ended: () => forget(thread),
  });
  const thread: Thread = {
    kind,
    worker,
    endUnused() {
      if (worker.sessions === 0) worker.end();
    },
  };
  threads.add(thread);
  registry().add(thread);
  return thread;
}

function leastUsed(candidates: readonly Thread[]): Thread | undefined {
  const fewest = Math.min(...candidates.map(({ worker }) => worker.sessions));
  return candidates.find(({ worker }) => worker.sessions === fewest);
}

/**
 * Keeps a thread for the next run. It is ended instead if it uses too much memory, if as many threads of its kind are
 * idle as there are processors, or if the process has more than it may.
 */
function rest(thread: Thread): void {
  const { worker, kind } = thread;
  const kept = ofKind(kind).filter((one) => idle.has(one)).length;
  const many = kept >= processors() || registry().size > threadLimit();
  if (worker.memory > IDLE_MEMORY || many) {
    worker.end();
    return;
  }
  worker.hold(false);
  clearTimeout(idle.get(thread));
  const timer = setTimeout(worker.end, IDLE_MS);
  timer.unref?.(); // in browsers a timer is a number
  idle.set(thread, timer);
}

function forget(thread: Thread): void {
  clearTimeout(idle.get(thread));
  idle.delete(thread);
  threads.delete(thread);
  registry().delete(thread);
}

/** True if a run can use a thread that has already started. */
export function hasIdleThreads(): boolean {
  return idle.size > 0;
}

function ofKind(kind: string): Thread[] {
  return [...threads].filter((thread) => thread.kind === kind);
}
