/**
 * `npm run bench:scale` measures time and peak memory of one two-step system fit with all tests, each in a new process.
 * For the smaller panel the core keeps the cross-products of all units. For the larger one they do not fit into their
 * memory limit, so every pass computes them again, one unit at a time.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeMachine, machineLines } from '../report/machine.js';
import type { Scale } from './scale-process.js';

const sizes = [
  [100_000, 10],
  [1_000_000, 10],
] as const;

function measure(units: number, periods: number): Scale {
  const script = fileURLToPath(new URL('scale-process.ts', import.meta.url));
  const args = ['--import', 'tsx', script, String(units), String(periods)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`scale: expected exit status 0, found ${status}: ${stderr}`);
  return JSON.parse(stdout) as Scale;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB`;

console.log(machineLines(describeMachine()));
for (const [units, periods] of sizes) {
  const { instruments, milliseconds, table, before, peak } = measure(units, periods);
  const title = `${units.toLocaleString('en-GB')} units x ${periods} periods, ${instruments} instruments`;
  console.log(
    `\n${title}\n  fit ${(milliseconds / 1000).toFixed(2)} s\n  columns ${megabytes(table)}; resident before the fit ${megabytes(before)}, at its peak ${megabytes(peak)}`,
  );
}
