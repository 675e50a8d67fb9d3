/** The saved benchmarks from which docs/explanation/speed.md has its tables. */
import { readdirSync, readFileSync } from 'node:fs';
import type { BenchResult } from '../../cli/bench/result.js';
import type { SuiteTimes } from '../../cli/bench/suite/compare.js';
import type { Baseline, Group } from './report.js';

const folder = new URL('../', import.meta.url);
const baselines = new URL('baselines/', folder);

const read = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

/** The standard set, as `bench --suite --save` writes it. */
export const savedSuite = () => read(new URL('suite.json', folder)) as SuiteTimes;

/** A model that other programs estimate too, and what `bench --json` printed. */
export interface ComparedModel extends Pick<BenchResult, 'machine' | 'rounds' | 'programs'> {
  readonly title: string;
}

export const savedPrograms = () => read(new URL('programs.json', folder)) as ComparedModel[];

/** A benchmark and its groups whose titles begin with a text. */
export interface Found extends Baseline {
  readonly groupOf: (title: string) => Group;
}

/** The latest benchmark that has groups with all titles. */
export function latestBaseline(titles: readonly string[]): Found {
  const all = readdirSync(baselines)
    .map((name) => read(new URL(name, baselines)) as Baseline)
    .sort((a, b) => b.machine.date.localeCompare(a.machine.date));
  const groupIn = ({ groups }: Baseline, start: string) =>
    groups.find(({ title }) => title.startsWith(start));
  const latest = all.find((one) => titles.every((title) => groupIn(one, title) !== undefined));
  if (latest === undefined) throw new Error(`bench/baselines/: expected ${titles.join('; ')}`);
  return { ...latest, groupOf: (title) => groupIn(latest, title)! };
}
