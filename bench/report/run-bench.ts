/** The built command. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What `wasmetrics bench` prints with `--json`. */
export function runBench(args: readonly string[]): unknown {
  const all = ['dist/cli/main.js', 'bench', ...args, '--json'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1e8 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, all, options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
