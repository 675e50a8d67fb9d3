/**
 * `npm run bench:suite` times the standard set with the built command and writes its table between the markers of
 * docs/explanation/speed.md; the times are kept in bench/suite.json, a baseline for this machine.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Suite {
  readonly machine: Readonly<Record<'cpu' | 'cores' | 'node' | 'date', string>>;
  readonly rounds: number;
  readonly cases: readonly {
    readonly name: string;
    readonly title: string;
    readonly time: number;
    readonly noise: number;
  }[];
}

const [BEGIN, END] = ['<!-- suite: begin -->', '<!-- suite: end -->'];
const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const args = ['dist/cli/main.js', 'bench', '--suite', '--reps', '9', '--json'];
const { stdout, stderr } = spawnSync(process.execPath, [...args, '--save', 'bench/suite.json'], {
  cwd: path('.'),
  encoding: 'utf8',
});
if (stdout === '') throw new Error(stderr);
const { machine, rounds, cases } = (JSON.parse(stdout) as { suite: Suite }).suite;

const time = (ms: number) => (ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3));
const table = [
  `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.date.slice(0, 10)}; medians of ${rounds} processes, processor time.`,
  '',
  '| case | work | ms | noise |',
  '| :-- | :-- | --: | --: |',
  ...cases.map(
    (one) =>
      `| \`${one.name}\` | ${one.title} | ${time(one.time)} | ${(100 * one.noise).toFixed(1)} % |`,
  ),
].join('\n');
const page = path('docs/explanation/speed.md');
const text = readFileSync(page, 'utf8');
const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (begin < 0 || end < begin) throw new Error(`${page}: expected ${BEGIN} and ${END}`);
writeFileSync(page, `${text.slice(0, begin)}${BEGIN}\n\n${table}\n\n${text.slice(end)}`);
