/** Programs that tests run where they are installed. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** True if the program starts; its arguments ask for its version. */
export function isInstalled(program: string, ...options: readonly string[]): boolean {
  return spawnSync(program, options.length === 0 ? ['--version'] : options).status === 0;
}

/** True if LaTeX finds each of the files. */
export function hasLatexFiles(...files: readonly string[]): boolean {
  return isInstalled('kpsewhich', ...files);
}

/** True if the program is missing; a test then says so by its name, as none is skipped. */
export function isMissing(program: string, isHere: boolean): boolean {
  if (!isHere)
    it(`are not run, because ${program} is not installed`, () => expect(isHere).toBe(false));
  return !isHere;
}
