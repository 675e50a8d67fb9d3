/**
 * Runs commands in parallel; each may be a list with `&&`. Fails if one of them fails.
 *
 *   node scripts/at-once.mjs "first" "second && third"
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const statuses = await Promise.all(
  process.argv.slice(2).map(async (command) => {
    const [status] = await once(spawn(command, { shell: true, stdio: 'inherit' }), 'close');
    if (status !== 0) console.error(`failed: ${command}`);
    return status;
  }),
);
if (statuses.some((status) => status !== 0)) process.exitCode = 1;
