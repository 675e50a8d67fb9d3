/**
 * `npm run bench:report` writes the table between the markers of docs/explanation/speed.md and the chart docs/speed.svg.
 * Both show the bootstrap of two-step system GMM in the latest baseline of bench/baselines/.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Baseline, Group } from './report.js';

/** A chart of horizontal bars in groups, as SVG; legible on light and dark pages. */
interface Bar {
  readonly group: string;
  readonly label: string;
  readonly value: number;
  /** Number of its colour. */
  readonly color: number;
}

const COLORS = ['#4c78a8', '#f58518', '#54a24b', '#b279a2'];
const [WIDTH, LEFT, RIGHT, BAR, GAP, HEAD] = [760, 200, 60, 18, 30, 44];

/** Bars that start at 0, one scale for all, and a line at 1. */
function barChart(title: string, bars: readonly Bar[]): string {
  const scale = (WIDTH - LEFT - RIGHT) / Math.max(1, ...bars.map(({ value }) => value));
  const lines: string[] = [];
  let y = HEAD;
  let group = '';
  for (const bar of bars) {
    if (bar.group !== group) {
      group = bar.group;
      y += GAP;
      lines.push(
        `<text x="10" y="${y - 8}" font-weight="600" stroke="#fff" stroke-width="4" paint-order="stroke">${escapeText(group)}</text>`,
      );
    }
    const length = (bar.value * scale).toFixed(1);
    const middle = y + BAR - 5;
    lines.push(
      `<text x="${LEFT - 8}" y="${middle}" text-anchor="end">${escapeText(bar.label)}</text>`,
      `<rect x="${LEFT}" y="${y}" width="${length}" height="${BAR - 4}" fill="${COLORS[bar.color % COLORS.length]}"/>`,
      `<text x="${(LEFT + bar.value * scale + 6).toFixed(1)}" y="${middle}">${bar.value.toFixed(1)}</text>`,
    );
    y += BAR;
  }
  const height = y + 16;
  const one = (LEFT + scale).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" fill="#222" role="img" aria-label="${escapeText(title)}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="26" font-size="16" font-weight="600">${escapeText(title)}</text>
<line x1="${one}" y1="${HEAD}" x2="${one}" y2="${height - 12}" stroke="#222" stroke-dasharray="4 3"/>
${lines.join('\n')}
</svg>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const root = new URL('../../', import.meta.url);
const folder = new URL('../baselines/', import.meta.url);

const [BEGIN, END] = ['<!-- bench: begin -->', '<!-- bench: end -->'];

/** Contenders of the table, by a word in their names. */
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
