/** Runs a study again when one of its files changes. */
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Host, locate } from '../host.js';

/** Milliseconds to wait after a change, because editors write a file in several steps. */
const SETTLE_MS = 40;

/**
 * Calls `run` at once, and after each change to a file that it returned, until Ctrl-C. Folders are watched, because
 * editors replace files.
 */
export async function watching(host: Host, run: () => Promise<readonly string[]>): Promise<void> {
  let [stopped, changed] = [false, true];
  let wake: () => void = () => undefined;
  const stop = () => {
    stopped = true;
    wake();
  };
  host.once('SIGINT', stop);
  try {
    while (!stopped) {
      changed = false;
      const files = await run();
      const watchers = watchersOf(host, files, () => {
        changed = true;
        wake();
      });
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (stopped || changed) resolve();
      });
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      for (const watcher of watchers) watcher.close();
    }
  } finally {
    host.off('SIGINT', stop);
  }
}

function watchersOf(host: Host, files: readonly string[], onChange: () => void) {
  const byFolder = new Map<string, Set<string>>();
  for (const file of files) {
    const folder = dirname(locate(host, file));
    byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(basename(file)));
  }
  return [...byFolder].map(([folder, names]) =>
    watch(folder, (_, name) => {
      if (name === null || names.has(name)) onChange();
    }),
  );
}
