/** The table of the page: what `npm run bench:web` measured, next to the aims. */
import type { Heap } from './heap.js';
import type { Replicates } from './replicates.js';
import type { Steps } from './sliders.js';
import type { Machine } from '../report/machine.js';

/** As it is saved in `bench/web.json`. Times are milliseconds. */
export interface PageTimes {
  readonly machine: Machine;
  /** The version of Chromium. */
  readonly browser: string;
  readonly rounds: number;
  readonly start: {
    readonly cold: number;
    readonly warm: number;
    readonly bytes: number;
    readonly requests: number;
  };
  readonly demo: Moves;
  readonly large: Moves;
  readonly few: Heap;
  readonly many: Heap;
  readonly replicates: Replicates;
  readonly uncounted: number;
  /** The longest task of the main thread while each was done. */
  readonly tasks: Readonly<Record<'start' | 'sliders' | 'tabs' | 'typing' | 'bootstrap', number>>;
}

interface Moves {
  readonly fresh: Steps;
  readonly seen: Steps;
}

const ms = (time: number) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const growth = (few: number, many: number) => `${(100 * (many / few - 1)).toFixed(1)} %`;

/** What was measured, the value and the aim. */
export function pageRows(times: PageTimes): [string, string, string][] {
  const { start, demo, large, few, many, replicates, uncounted, tasks } = times;
  const move = (
    title: string,
    { changed, painted }: Steps,
    aim: string,
  ): [string, string, string][] => [
    [`${title}: new numbers in the document, median and p90`, both(changed), aim],
    [`${title}: painted, median and p90`, both(painted), ''],
  ];
  const ratio = replicates.ratio?.toFixed(2) ?? 'no Node 24';
  return [
    ['first estimate painted, empty cache, 10 Mbit/s and 40 ms', ms(start.cold), '1000 ms'],
    ['first estimate painted, second visit', ms(start.warm), '300 ms'],
    [
      `bytes to the first estimate, ${start.requests} requests`,
      `${(start.bytes / 1000).toFixed(1)} kB`,
      '340 kB',
    ],
    ...move('slider, demo, new model', demo.fresh, '16 ms'),
    ...move('slider, demo, model seen before', demo.seen, '16 ms'),
    ...move('slider, 1,000 units, new model', large.fresh, '50 ms'),
    ...move('slider, 1,000 units, model seen before', large.seen, '50 ms'),
    ...Object.entries(tasks).map(([name, time]): [string, string, string] => [
      `longest task of the main thread, ${name}`,
      time === 0 ? 'below 50 ms' : ms(time),
      '50 ms',
    ]),
    ['10,000 replicates with 2 workers, time in units of Node 24', ratio, '1.2'],
    [
      'heap of the page after 1,000 changes, over that after 100',
      growth(few.page, many.page),
      '5 %',
    ],
    [
      'heap of the engine after 1,000 changes, over that after 100',
      growth(few.engine, many.engine),
      '5 %',
    ],
    ['longest progress bar without a count', ms(uncounted), '100 ms'],
  ];
}

const both = ({ median, p90 }: Steps['changed']) => `${ms(median)}, ${ms(p90)}`;
