/** Turns of the event loop, so that timers, requests and signals of the host are heard while this thread computes. */
import { inEdgeRuntime } from './instances/node-module.js';

/** Taken when the library is loaded, because tests of programs may replace it by one that waits for them. */
const immediate = globalThis.setImmediate as typeof setImmediate | undefined;

/**
 * Waits for the next turn of the event loop. Pages use messages, because their timers wait for milliseconds. Node uses
 * setImmediate, because a message takes about 0.1 ms there. In workerd messages let no timer run, but it has
 * setImmediate too. Old versions of workerd have neither; in the edge runtime both throw.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    if (inEdgeRuntime || (immediate === undefined && typeof MessageChannel === 'undefined')) {
      setTimeout(resolve);
      return;
    }
    if (immediate !== undefined) {
      immediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Milliseconds of computation after which an awaited call rests. */
const REST_MS = 15;
/** Calls after which it rests if the clock does not move, as in workerd during computation. */
const REST_CALLS = 8;

/** When this thread last rested, the latest time that was read, and the calls since that time. */
const seen = { rested: -Infinity, now: -Infinity, calls: 0 };

/**
 * Gives way if awaited calls of this thread have computed for long: `await` alone lets no timer run. Work that follows
 * a rest has the same bits.
 */
export async function rest(): Promise<void> {
  const now = performance.now();
  seen.calls = now === seen.now ? seen.calls + 1 : 0;
  seen.now = now;
  if (now - seen.rested < REST_MS && seen.calls < REST_CALLS) return;
  await giveWay();
  seen.rested = performance.now();
  seen.calls = 0;
}
