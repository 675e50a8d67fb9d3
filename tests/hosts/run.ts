/**
 * Installs the packed package in each host and compares what a program answers there with Node:
 *
 *   npm run build && npm run test:hosts               all hosts
 *   npm run test:hosts -- --quick                     those without other packages
 *   npm run test:hosts -- Vite webpack                those whose name contains a word
 *
 * Exits with 1 when a host fails or has other bits.
 */
import { type Host, install } from './app.js';
import { bundlerHosts } from './bundlers.js';
import { frameworkHosts } from './frameworks.js';
import { nodeHosts } from './nodes.js';
import { observableHosts } from './observable.js';
import { closeBrowser, pageHosts } from './page.js';
import { quartoHost } from './quarto.js';
import { reactHost } from './react.js';
import { serviceWorkerHosts } from './service-worker.js';
import { workerdHosts } from './workerd.js';

const all = [
  ...nodeHosts,
  ...workerdHosts,
  ...pageHosts,
  ...observableHosts,
  quartoHost,
  ...bundlerHosts,
  reactHost,
  ...serviceWorkerHosts,
  ...frameworkHosts,
];
const [first, ...others] = all;

const words = process.argv.slice(2);
const isWanted = ({ name, quick }: Host) =>
  words.length === 0 || (words.includes('--quick') ? quick : words.some((w) => name.includes(w)));
const hosts = [first!, ...others.filter(isWanted)];

await install([...new Set(hosts.flatMap(({ packages }) => packages))]);

let expected: string | undefined;
let failures = 0;
const row = (name: string, ...cells: string[]) =>
  console.log([name.padEnd(28), ...cells.map((cell) => cell.padEnd(10))].join('  '));

row('host', 'bits', 'workers', 'seconds');
for (const { name, run } of hosts) {
  const start = performance.now();
  try {
    const { workers, ...bits } = await run();
    expected ??= JSON.stringify(bits);
    const same = JSON.stringify(bits) === expected;
    if (!same) failures += 1;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    row(name, same ? 'as Node' : JSON.stringify(bits), workers, seconds);
  } catch (error) {
    failures += 1;
    row(name, 'failed', error instanceof Error ? error.message : String(error));
  }
}
await closeBrowser();
if (failures > 0) process.exitCode = 1;
