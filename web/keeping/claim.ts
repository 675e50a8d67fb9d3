/** Which work belongs to this tab. A lock of the browser says so to other tabs, and ends with the tab. */
import { formerId, markTab } from './mark.js';

const lockName = (id: string) => `wasmetrics work ${id}`;

/** Where browsers have no locks, as on pages without TLS, each tab takes only what its own storage names. */
const locks = (navigator as { readonly locks?: LockManager }).locks;

let release: (() => void) | undefined;
let held: string | undefined;

/** The work of this tab; a new one before it has claimed any. */
export function workId(): string {
  held ??= hold(newId());
  return held;
}

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('');

/** Takes a work for this tab; false if another tab has it. */
export async function claim(id: string): Promise<boolean> {
  if (id === held) return true;
  if (locks === undefined) {
    if (id !== formerId()) return false;
    hold(id);
    return true;
  }
  return new Promise((resolve) => {
    void locks.request(lockName(id), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : keepLock(id);
    });
  });
}

/** The lock ends when this tab takes another work, or is closed. */
function keepLock(id: string): Promise<void> {
  release?.();
  remember(id);
  return new Promise((resolve) => {
    release = resolve;
  });
}

function hold(id: string): string {
  if (locks !== undefined) void locks.request(lockName(id), () => keepLock(id));
  remember(id);
  return id;
}

function remember(id: string): void {
  held = id;
  markTab(id);
}

/** Gives this tab a new work. */
export function claimNew(): void {
  release?.();
  release = undefined;
  held = hold(newId());
}

/** The works that tabs have now. */
export async function claimed(): Promise<ReadonlySet<string>> {
  const { held: list = [] } = (await locks?.query()) ?? {};
  const names = list.map(({ name = '' }) => name);
  return new Set(names.map((name) => name.slice(lockName('').length)));
}
