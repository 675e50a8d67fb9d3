/** A process that ends a program when the process that started it ends, however that ends. */

/**
 * A script of Node: runs the program of its arguments and kills it at the end of its standard input, which is a pipe from
 * the process that started it. The program has a process group of its own, which is killed as a whole.
 */
const script = `
const { spawn } = require('node:child_process');
const { signals } = require('node:os').constants;
const [file, ...args] = process.argv.slice(1);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
const grouped = process.platform !== 'win32';
const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: grouped });
const kill = () => {
  try {
    process.kill(grouped ? -child.pid : child.pid, 'SIGKILL');
  } catch {}
};
process.stdin.on('end', kill).on('error', kill).resume();
child.on('error', ({ message }) => { console.error(message); process.exit(1); });
child.on('exit', (code, signal) => process.exit(code ?? 128 + signals[signal]));
`;

/** The command that runs another one under a keeper. */
export function kept(command: readonly string[]): readonly string[] {
  return [process.execPath, '-e', script, '--', ...command];
}
