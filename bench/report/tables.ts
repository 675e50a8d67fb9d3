/** The tables of docs/explanation/speed.md, and its chart, from saved benchmarks. */
import { summaryOf } from '../../cli/bench/suite/compare.js';
import { ratioText, timeText } from '../../cli/bench/text.js';
import type { Timing } from '../alternate.js';
import { type Bar, barChart } from './chart.js';
import type { Group } from './report.js';
import { type Found, latestBaseline, savedPrograms, savedSuite } from './saved.js';

type Row = readonly string[];

/** A table whose first columns are flush left. */
function table(heads: Row, rows: readonly Row[], left = 1): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [
    line(heads),
    line(heads.map((_, i) => (i < left ? ':--' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}

function timingOf({ title, timings }: Group, start: string): Timing {
  const timing = timings.find(({ name }) => name.startsWith(start));
  if (timing === undefined) throw new Error(`${title}: expected ${start}`);
  return timing;
}

/** The time of a contender whose name has a word in it, as rows are named by their versions. */
const peerOf = ({ timings }: Group, word: string): Timing | undefined =>
  timings.find(({ name }) => name.includes(word) && !name.startsWith('ml-matrix'));

const machineOf = ({ machine, rounds, note }: Found): string =>
  `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.date.slice(0, 10)}; medians of ${rounds} rounds, one thread. ${note}`.trim();

/** Contenders of the bootstrap, by a word in their names. */
const peers = [
  ['numpy and scipy', 'numpy'],
  ['plain JavaScript', 'plain JavaScript'],
  ['JavaScript unrolled by hand', 'unrolled'],
  ['kernels from rows', 'from rows'],
] as const;

const PANEL = 'bootstrap of panel';

const panelsOf = (found: Found) => found.groups.filter(({ title }) => title.startsWith(PANEL));
const panelName = ({ title }: Group) => title.slice('bootstrap of '.length);

function panels(): string {
  const found = latestBaseline([PANEL]);
  const rows = panelsOf(found).map((group) => [
    panelName(group),
    `${Math.round(1000 * group.timings[0]!.milliseconds)} us`,
    ...peers.map(([, word]) => peerOf(group, word)?.ratio.toFixed(1) ?? 'absent'),
  ]);
  const heads = ['one replicate', 'wasmetrics', ...peers.map(([title]) => `${title}, times`)];
  return `${machineOf(found)}\n\n${table(heads, rows)}`;
}

export function speedChart(): string {
  const bars = panelsOf(latestBaseline([PANEL])).flatMap((group) =>
    peers.flatMap(([label, word], color): Bar[] => {
      const timing = peerOf(group, word);
      return timing === undefined
        ? []
        : [{ group: panelName(group), label, value: timing.ratio, color }];
    }),
  );
  return barChart('Two-step system GMM bootstrap: time in units of wasmetrics', bars);
}

function programs(): string {
  const models = savedPrograms();
  const { machine, rounds } = models[0]!;
  const rows = models.flatMap(({ title, programs: all }) => {
    const ran = all.filter(({ warm }) => warm !== null);
    return ran.map((one, i) => [
      i === 0 ? title : '',
      `${one.name} ${one.version ?? ''}`.trim(),
      i === 0
        ? ''
        : `${one.agrees === true ? 'agree' : '**differ**'} (${one.maxDifference!.toPrecision(2)})`,
      timeText(one.cold),
      timeText(one.warm),
      i === 0 ? '1' : ratioText(one.warm! / ran[0]!.warm!),
      one.memory === null ? '' : `${Math.round(one.memory / 1e6)} MB`,
    ]);
  });
  const heads = ['model', 'program', 'coefficients', 'cold', 'warm', 'warm, times', 'memory'];
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.date.slice(0, 10)}; medians of ${rounds} rounds in turns, one thread each.`,
    '',
    table(heads, rows, 3),
  ].join('\n');
}

function suite(): string {
  const { machine, cases } = savedSuite();
  const rows = cases.map((one) => {
    const { time, noise } = summaryOf(one);
    const ms = time >= 100 ? time.toFixed(0) : time.toPrecision(3);
    return [
      `\`${one.name}\``,
      one.title,
      ms,
      noise === null ? '' : `${(100 * noise).toFixed(1)} %`,
    ];
  });
  const rounds = Math.max(...cases.map(({ times }) => times.length));
  return [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.date.slice(0, 10)}; medians of ${rounds} processes, processor time.`,
    '',
    table(['case', 'work', 'ms', 'noise'], rows, 2),
  ].join('\n');
}

function start(): string {
  const titles = ['workers, kept', 'progress and', 'start-up, whole', 'start-up, inside'];
  const found = latestBaseline(titles);
  const [workers, progress, whole, inside] = titles.map(found.groupOf) as [
    Group,
    Group,
    Group,
    Group,
  ];
  const time = (group: Group, name: string) => timeText(timingOf(group, name).milliseconds);
  const rows = [
    [
      `2 workers against 1, ${workers.title.split(', ').slice(-1)[0]!} of panel S, workers kept`,
      `${(1 / timingOf(workers, 'wasmetrics, workers: 2').ratio).toFixed(2)} times the rate`,
    ],
    [
      'with progress read and a signal, over neither',
      timingOf(progress, 'wasmetrics, progress').ratio.toFixed(2),
    ],
    ['whole process, `node` to the first fit', time(whole, 'node to')],
    ['`node` that does nothing', time(whole, 'node that')],
    ['compile and instantiate inside a process', time(inside, 'compile and instantiate')],
    ['compile, instantiate, first fit', time(inside, 'compile, instantiate, first')],
  ];
  return `${machineOf(found)}\n\n${table(['start and workers', ''], rows)}`;
}

const OLS = 'least squares of 1,000,000 rows';
const IV = '1,000,000 rows, 10 coefficients, 15 instruments';
const ABSORBED = '1,000,000 rows, 4 regressors, effects of';

function linear(): string {
  const found = latestBaseline([OLS, IV, ABSORBED]);
  const [ols, iv] = [found.groupOf(OLS), found.groupOf(IV)];
  const [numpy, lm] = [peerOf(ols, 'lstsq'), peerOf(ols, 'lm.fit')];
  const per = (one: Timing, other: Timing | undefined) =>
    other === undefined ? 'absent' : (one.ratio / other.ratio).toFixed(2);
  const olsRows = ['unadjusted', 'HC1', '1000 clusters'].map((name) => {
    const ours = timingOf(ols, `wasmetrics, ${name}`);
    return [name, timeText(ours.milliseconds), per(ours, numpy), per(ours, lm)];
  });
  const ivRows = ['2SLS', 'two-step GMM'].map((name) => {
    const ours = timingOf(iv, `wasmetrics, ${name}`);
    const others = [`wasmetrics, ${name} with`, 'numpy', 'plain JavaScript'].map((start) => {
      const one = iv.timings.find(
        (timing) => timing.name.startsWith(start) && timing.name.includes(name),
      );
      return one === undefined ? 'absent' : per(one, ours);
    });
    return [name, timeText(ours.milliseconds), ...others];
  });
  const absorbed = found.groups.filter(({ title }) => title.startsWith(ABSORBED));
  const absorbedRows = absorbed.map(({ title, timings }) => [
    title.slice('1,000,000 rows, '.length),
    timeText(timings[0]!.milliseconds),
    timings[1]!.ratio.toFixed(2),
  ]);
  return [
    `${machineOf(found)} numpy and R compute coefficients only, R's \`lm.fit\` residuals too.`,
    table(
      ['least squares', 'wasmetrics', "in units of numpy's `lstsq`", "in units of R's `lm.fit`"],
      olsRows,
    ),
    'The same size with 15 instruments and 1000 clusters:',
    table(
      [
        'with instruments',
        'wasmetrics',
        'with tests of the instruments, times',
        'numpy, times',
        'plain JavaScript, times',
      ],
      ivRows,
    ),
    'Absorbed effects, clustered by unit, next to demeaning in plain JavaScript, which computes coefficients only:',
    table(['1,000,000 rows', 'wasmetrics', 'plain JavaScript, times'], absorbedRows),
  ].join('\n\n');
}

const sections = { bench: panels, programs, suite, start, linear };

/** The page with its tables made anew, each between the comments `<!-- name: begin -->` and `<!-- name: end -->`. */
export function withTables(page: string): string {
  return Object.entries(sections).reduce((text, [name, make]) => {
    const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`expected ${begin} and ${end}`);
    return `${text.slice(0, from)}${begin}\n\n${make()}\n\n${text.slice(to)}`;
  }, page);
}
