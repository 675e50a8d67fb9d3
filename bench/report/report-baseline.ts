/**
 * `npm run bench:report` writes the table between the markers of docs/explanation/speed.md and the chart docs/speed.svg.
 * Both show the bootstrap of two-step system GMM in the latest baseline of bench/baselines/.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { barChart, type Bar } from './chart.js';
import type { Baseline, Group } from './report.js';

const root = new URL('../../', import.meta.url);
const folder = new URL('../baselines/', import.meta.url);

const [BEGIN, END] = ['<!-- bench: begin -->', '<!-- bench: end -->'];

/** Contenders of the table, by a word of their names. */
const peers = [
  ['numpy and scipy', 'numpy'],
  ['plain JavaScript', 'plain JavaScript'],
  ['JavaScript unrolled by hand', 'unrolled'],
  ['kernels from rows', 'from rows'],
] as const;

function latestBaseline(): Baseline {
  const all = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Baseline,
  );
  return all.sort((a, b) => b.machine.date.localeCompare(a.machine.date))[0]!;
}

const isPanel = ({ title }: Group) => title.startsWith('bootstrap of panel');

/** Time of a peer divided by that of the package; undefined if the peer was absent. */
function ratioOf({ timings }: Group, word: string): number | undefined {
  return timings.find(({ name }) => name.includes(word) && !name.startsWith('ml-matrix'))?.ratio;
}

function speedTable({ machine, note, rounds, groups }: Baseline): string {
  const lines = groups.filter(isPanel).map((group) => {
    const cells = peers.map(([, word]) => ratioOf(group, word)?.toFixed(1) ?? 'absent');
    const ours = `${Math.round(1000 * group.timings[0]!.milliseconds)} us`;
    return `| ${group.title.slice('bootstrap of '.length)} | ${[ours, ...cells].join(' | ')} |`;
  });
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.date.slice(0, 10)}; medians of ${rounds} rounds, one thread. ${note}`.trim(),
    '',
    `| one replicate | wasmetrics | ${peers.map(([title]) => `${title}, times`).join(' | ')} |`,
    `| :-- | --: | ${peers.map(() => '--:').join(' | ')} |`,
    ...lines,
  ].join('\n');
}

function chartBars({ groups }: Baseline): Bar[] {
  return groups.filter(isPanel).flatMap((group) => {
    const name = group.title.slice('bootstrap of '.length);
    return peers.flatMap(([title, word], i) => {
      const ratio = ratioOf(group, word);
      return ratio === undefined ? [] : [{ group: name, label: title, value: ratio, color: i }];
    });
  });
}

const baseline = latestBaseline();
const page = new URL('docs/explanation/speed.md', root);
const text = readFileSync(page, 'utf8');
const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (begin < 0 || end < begin)
  throw new Error(`docs/explanation/speed.md: expected ${BEGIN} and ${END}`);
const table = `${BEGIN}\n\n${speedTable(baseline)}\n\n`;
writeFileSync(page, text.slice(0, begin) + table + text.slice(end));
const title = 'Two-step system GMM bootstrap: time in units of wasmetrics';
writeFileSync(new URL('docs/speed.svg', root), barChart(title, chartBars(baseline)));
