/**
 * The files that the first estimate on the page needs: they are listed in the page, so that a browser asks for all of
 * them at once and not for one after another as they name each other. The page's engine says which they are: it runs
 * here, on the example.
 */
import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const script = fileURLToPath(new URL('run-engine.mjs', import.meta.url));

/** @returns {string[]} paths in `dist/`, in the order in which they are loaded */
export function firstParts() {
  const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' });
  return JSON.parse(printed).map((url) => relative(dist, fileURLToPath(url)).replaceAll('\\', '/'));
}
