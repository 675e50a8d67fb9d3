/** Statistics of a result by their paths. */
import { InputError } from '../../../../core/errors/errors.js';
import { suggestionOf } from '../../../../data/nearest.js';
import { has } from '../../../../models/registry.js';
import type { FitResult } from '../../../../results/fit.js';
import { count } from '../../../../words/text/counts.js';
import { pValue as pText } from '../../../../words/text/format.js';
import { type Digits, shown } from '../shown.js';
import type { TableWords } from '../../../../words/en/tables.js';
import type { TableColumn } from './columns.js';
import { derived } from './derived.js';
import { notStatistic, unknownStatistic } from '../../../../words/errors/paper/tables.js';

/** One step of a path: a key, or the part of a list with an index, an order or a name. */
interface Step {
  readonly key: string;
  readonly part?: string;
}

/** Short forms of keys. */
const shortKeys: Readonly<Record<string, string>> = { p: 'pValue' };

/** Keys that identify the parts of a list: the order of a test of autocorrelation, a group, an endogenous variable. */
const partKeys = ['order', 'group', 'endogenous'] as const;

const counts = [
  'nobs',
  'ngroups',
  'nclusters',
  'ninstruments',
  'rankInstruments',
  'dfModel',
  'dfResid',
];

/**
 * The number at a path such as `rsquared`, `hansen.p`, `ar[2].p` or `firstStage[w].partialF`. A test without a key
 * means its statistic; a list without an index means its first part.
 */
export function statisticOf(fit: FitResult, path: string): number | undefined {
  const { reported } = fit;
  if (reported !== undefined) return reported[path] ?? reported[path.replace(/\.p$/, '.pValue')];
  if (Object.hasOwn(derived, path)) return derived[path]!(fit);
  const steps = stepsOf(path);
  let value: unknown = fit;
  for (const { key, part } of steps) {
    value = childOf(value, shortKeys[key] ?? key) ?? childOf(fit.tests, key);
    if (Array.isArray(value)) value = partOf(value, part);
  }
  if (typeof value === 'object' && value !== null && 'stat' in value) value = value.stat;
  return typeof value === 'number' ? value : undefined;
}

function childOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function partOf(list: readonly unknown[], part: string | undefined): unknown {
  if (part === undefined) return list[0];
  const named = list.find((item) => partKeys.some((key) => String(childOf(item, key)) === part));
  return named ?? list[Number(part)];
}

const place = { of: 'table', key: 'stats' };

/** @throws InputError `bad-value` for a text that is not a path */
function stepsOf(path: string): Step[] {
  const parts = path.match(/[^.[\]]+(\[[^\]]*\])?/g) ?? [];
  if (parts.join('.') !== path) {
    throw new InputError(notStatistic({ path: 'table.stats', found: path }), place);
  }
  return parts.map((text): Step => {
    const [, key = '', part] = /^([^[]+)(?:\[([^\]]*)\])?$/.exec(text) ?? [];
    return { key, ...(part !== undefined && { part }) };
  });
}

/** The statistics that a table of these models shows unless it names others, in the order of a paper. */
export function usualStatistics(columns: readonly TableColumn[]): string[] {
  const fits = columns.map(({ fit }) => fit);
  const hasFirstStage = columns.some(({ part }) => part === 'first');
  const isShown = (path: string) => fits.some((fit) => statisticOf(fit, path) !== undefined);
  const overidentified = fits.some((fit) => has(fit).dynamics)
    ? ['hansen.p']
    : ['jTest.p', 'sargan.p'];
  const test = overidentified.find(isShown);
  return [
    'nobs',
    'ngroups',
    'rsquared',
    'rsquaredWithin',
    'rsquaredAdj',
    'ninstruments',
    ...(hasFirstStage ? ['firstStage.partialF'] : []),
    'effectiveF',
    'kleibergenPaapLM.p',
    'ar[1].p',
    'ar[2].p',
    ...(test === undefined ? [] : [test]),
  ].filter(isShown);
}

/** @throws InputError `unknown-statistic` for a path that no model has */
export function checkStatistics(fits: readonly FitResult[], paths: readonly string[]): void {
  for (const path of paths) {
    if (fits.some((fit) => statisticOf(fit, path) !== undefined)) continue;
    const meant = suggestionOf(path, [...new Set(fits.flatMap(statisticPaths))]);
    throw new InputError(unknownStatistic({ path: 'table.stats', found: path, meant }), place);
  }
}

/** The paths of the numbers of a result: `nobs`, `hansen`, `hansen.p`, `ar[2].p`. */
function statisticPaths(fit: FitResult): string[] {
  const parts = Object.entries(fit.tests).flatMap(([key, value]) =>
    Array.isArray(value) ? partPaths(key, value) : [key],
  );
  const keys = Object.keys(fit.reported ?? fit);
  return [...keys, ...Object.keys(derived), ...parts]
    .flatMap((path) => [path, `${path}.p`])
    .filter((path) => statisticOf(fit, path) !== undefined);
}

function partPaths(key: string, list: readonly unknown[]): string[] {
  return list.flatMap((part) => {
    const name = partKeys.map((one) => childOf(part, one)).find((one) => one !== undefined);
    const numbers = Object.entries(part ?? {}).filter(([, value]) => typeof value === 'number');
    const path = name === undefined ? key : `${key}[${String(name)}]`;
    return [path, ...numbers.map(([one]) => `${path}.${one}`)];
  });
}

export function shownStatistic(path: string, value: number, digits: Digits): string {
  if (/(^|\.)p(Value)?$/.test(path)) return pText(value);
  if (counts.includes(path) || /(^|\.)df$/.test(path)) return count(value);
  return shown(value, digits);
}

/** `AR(2) p-value`, `Hansen J p-value`, `Adjusted R²`. */
export function statisticLabel(
  path: string,
  labels: Readonly<Record<string, string>>,
  words: TableWords,
): string {
  if (Object.hasOwn(labels, path)) return labels[path]!;
  const steps = stepsOf(path);
  const isP = /^p(Value)?$/.test(steps.at(-1)!.key);
  const named =
    isP || (steps.length > 1 && steps.at(-1)!.key === 'stat') ? steps.slice(0, -1) : steps;
  const last = named.at(-1);
  const name = last === undefined ? path : stepLabel(last, words);
  return isP ? `${name} ${words.statistics['p']}` : name;
}

function stepLabel({ key, part }: Step, { statistics }: TableWords): string {
  if (key === 'ar') return `AR(${part ?? '1'})`;
  const word = Object.hasOwn(statistics, key) ? statistics[key]! : key;
  return part === undefined ? word : `${word} (${part})`;
}
