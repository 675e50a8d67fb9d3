/** Statistics of tables of R and Python. */
import type { TableKeys } from '../../study/table.js';
import { statisticOf } from '../../study/terms.js';
import { partsOf } from '../../static/multiple.js';
import { type Family, flagOf, isNone, type TableArguments } from './arguments.js';
import { textsIn } from '../scripts/texts.js';

type Stats = Pick<TableKeys, 'stats' | 'labels'>;

const usual = ['nobs', 'rsquared', 'rsquaredAdj'] as const;

export function statsOf(
  family: Family,
  args: TableArguments,
  lack: (statistic: string) => void,
): Stats {
  if (family === 'modelsummary') return statsOfModelsummary(args, lack);
  if (family === 'stargazer') return { stats: statsOfStargazer(args, lack) };
  if (family === 'fixest') return { stats: fitStatistics(args, lack) };
  if (family === 'texreg') return { stats: included(args) };
  if (family === 'pyfixest') return { stats: ['nobs', 'rsquared'] };
  const hasR2 = family !== 'statsmodels' || flagOf(args, 'include_r2') !== false;
  return { stats: hasR2 ? usual : ['nobs'] };
}

/** Paths of names; those that no result has are named. */
function paths(
  names: readonly string[],
  lack: (name: string) => void,
  known = statisticOf,
): string[] {
  return names.flatMap((name) => {
    const path = known(name);
    if (path === undefined) lack(name);
    return path ?? [];
  });
}

/** Names in modelsummary() of the statistics of a table without arguments. */
const clean = {
  nobs: ['nobs', 'Num.Obs.'],
  rsquared: ['r.squared', 'R2'],
  rsquaredAdj: ['adj.r.squared', 'R2 Adj.'],
} as const;

function statsOfModelsummary(args: TableArguments, lack: (name: string) => void): Stats {
  const map = args.get('gof_map');
  const omitted = args.has('gof_omit') ? (textsIn(args.get('gof_omit'))?.[0] ?? '(') : undefined;
  const isLeft = omitted === undefined ? () => true : notMatching(omitted);
  if (isLeft === undefined) args.lose('gof_omit');
  if (map === undefined)
    return { stats: usual.filter((path) => clean[path].every((name) => isLeft?.(name) ?? true)) };
  if (isNone(map)) return { stats: [] };
  const names = textsIn(map);
  if (names !== undefined && names[0] !== 'all')
    return {
      stats: paths(
        names.filter((name) => isLeft?.(name) ?? true),
        lack,
      ),
    };
  const rows = rowsOfMap(map);
  if (rows === undefined) args.lose('gof_map');
  const known = (rows ?? []).filter(({ raw }) => paths([raw], lack).length > 0);
  if (rows === undefined) return { stats: usual };
  return {
    stats: known.map(({ raw }) => statisticOf(raw)!),
    labels: Object.fromEntries(known.map(({ raw, label }) => [statisticOf(raw)!, label])),
  };
}

function notMatching(pattern: string): ((name: string) => boolean) | undefined {
  try {
    const compiled = new RegExp(pattern.replace(/\\\\/g, '\\'));
    return (name) => !compiled.test(name);
  } catch {
    return undefined;
  }
}

/** `list(list("raw" = "nobs", "clean" = "N", "fmt" = 0))`. */
function rowsOfMap(text: string): { readonly raw: string; readonly label: string }[] | undefined {
  const inside = /^list\s*\(([^]*)\)$/.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const rows = partsOf(inside, ',').map((part) => {
    const word = (name: string) =>
      new RegExp(`["']?${name}["']?\\s*=\\s*["']([^"']*)["']`).exec(part)?.[1];
    const [raw, label] = [word('raw'), word('clean')];
    const isPlain = /^list\s*\(/.test(part) && !/fmt["']?\s*=\s*(?!0\b|3\b)/.test(part);
    return raw === undefined || label === undefined || !isPlain ? undefined : { raw, label };
  });
  return rows.includes(undefined) ? undefined : rows.map((row) => row!);
}

/** Statistics by their codes in stargazer. */
const codes: Readonly<Record<string, string>> = {
  n: 'nobs',
  rsq: 'rsquared',
  'adj.rsq': 'rsquaredAdj',
  ll: 'loglik',
  aic: 'aic',
  bic: 'bic',
  wald: 'wald.stat',
  ser: 'rmse',
  f: 'f.stat',
};

function statsOfStargazer(args: TableArguments, lack: (name: string) => void): readonly string[] {
  const [kept, omitted] = (['keep.stat', 'omit.stat'] as const).map((name) => {
    const texts = args.has(name) ? textsIn(args.get(name)) : [];
    if (texts === undefined) args.lose(name);
    return texts ?? [];
  });
  if (omitted!.includes('all')) return [];
  const gone = omitted!.map((code) => codes[code]);
  const all = kept!.length === 0 || kept!.includes('all') ? usual : paths(kept!, lack, codeOf);
  return all.filter((path) => !gone.includes(path));
}

const codeOf = (name: string) => codes[name];

/** Statistics by their names in fitstat(); those that fixest computes otherwise are named. */
const ofFixest: Readonly<Record<string, string>> = {
  n: 'nobs',
  r2: 'rsquared',
  ar2: 'rsquaredAdj',
  wr2: 'rsquaredWithin',
  aic: 'aic',
  bic: 'bic',
  ll: 'loglik',
  my: 'outcomeMean',
};

function fitStatistics(args: TableArguments, lack: (name: string) => void): readonly string[] {
  const text = args.get('fitstat');
  if (text === undefined) return ['nobs', 'rsquared'];
  if (isNone(text)) return [];
  const names = /^~[\w\s.+]+$/.test(text)
    ? text
        .slice(1)
        .split('+')
        .map((one) => one.trim())
    : textsIn(text);
  if (names === undefined) args.lose('fitstat');
  return names === undefined ? ['nobs', 'rsquared'] : paths(names, lack, (name) => ofFixest[name]);
}

/** `include.adjrs = FALSE` of texreg and its like. */
function included(args: TableArguments): readonly string[] {
  const known = {
    nobs: 'include.nobs',
    rsquared: 'include.rsquared',
    rsquaredAdj: 'include.adjrs',
    'f.stat': 'include.fstatistic',
    loglik: 'include.loglik',
    aic: 'include.aic',
    bic: 'include.bic',
  };
  for (const name of ['rmse', 'deviance', 'dispersion', 'groups', 'proj.stats'])
    if (flagOf(args, `include.${name}`) === true) args.lose(`include.${name}`);
  return Object.entries(known).flatMap(([path, name]) => {
    const flag = flagOf(args, name) ?? (usual as readonly string[]).includes(path);
    return flag ? [path] : [];
  });
}
