/** What tables of R and Python print below estimates. */
import type { TableKeys } from '../../study/table.js';
import { type Family, flagOf, numberOf, type TableArguments } from './arguments.js';
import { textsIn } from '../scripts/texts.js';

type Lines = Pick<TableKeys, 'below' | 'cells' | 'level'>;

/** The lines below an estimate, and the level of intervals. */
export function linesBelow(family: Family, args: TableArguments): Lines {
  const name = ['conf_level', 'ci.level', 'ci.force.level', 'ci_level'].find((one) =>
    args.has(one),
  );
  const level =
    (name === undefined ? undefined : numberOf(args, name)) ??
    (family === 'fixest' && args.has('ci') ? numberOf(args, 'ci') : undefined);
  const lines =
    family === 'modelsummary'
      ? linesOfModelsummary(args)
      : { below: [lineOf(family, args)].flat() };
  return { ...lines, ...(level === undefined ? {} : { level }) };
}

function lineOf(family: Family, args: TableArguments): readonly string[] | string {
  if (family === 'linearmodels') return precision(args);
  if (family === 'fixest') return coefstat(args);
  if (family === 'stargazer') return reported(args);
  if (family === 'texreg' && flagOf(args, 'ci.force') === true) return 'interval';
  return 'stdError';
}

/** `precision = "pvalues"` of compare(), which prints t without it. */
function precision(args: TableArguments): string {
  const word = textsIn(args.get('precision'))?.[0]?.replace(/[-_]/, '') ?? 'tstats';
  const kind = { tstats: 't', stderrors: 'stdError', pvalues: 'p' }[word];
  if (kind === undefined) args.lose('precision');
  return kind ?? 't';
}

function coefstat(args: TableArguments): string {
  const word = textsIn(args.get('coefstat'))?.[0] ?? 'se';
  const kind = { se: 'stdError', tstat: 't', confint: 'interval' }[word];
  if (kind === undefined) args.lose('coefstat');
  return kind ?? 'stdError';
}

/** `report = "vcstp*"` and `ci = TRUE` of stargazer. */
function reported(args: TableArguments): readonly string[] {
  const isInterval = flagOf(args, 'ci') === true;
  const report = args.has('report') ? textsIn(args.get('report'))?.[0] : 'vcs*';
  const lines = /^v?c([stp]*)\*?([stp]*)$/
    .exec(report ?? '')
    ?.slice(1)
    .join('');
  if (lines === undefined) args.lose('report');
  const error = isInterval ? 'interval' : 'stdError';
  const kinds: Readonly<Record<string, string>> = { s: error, t: 't', p: 'p' };
  return [...(lines ?? 's')].map((letter) => kinds[letter]!);
}

const kinds: Readonly<Record<string, string>> = {
  'std.error': 'stdError',
  'p.value': 'p',
  'conf.int': 'interval',
  statistic: 't',
};

const templates: Readonly<Record<string, string>> = {
  'std.error': '({stdError})',
  'p.value': '({p})',
  'conf.int': '[{low}, {high}]',
  statistic: '({t})',
};

const parts: Readonly<Record<string, string>> = {
  estimate: 'estimate',
  stars: 'stars',
  'std.error': 'stdError',
  'p.value': 'p',
  statistic: 't',
  'conf.low': 'low',
  'conf.high': 'high',
};

/** `estimate = "{estimate}{stars}"` and `statistic = c("conf.int", "p = {p.value}")`. */
function linesOfModelsummary(args: TableArguments): Lines {
  const [estimate = ''] = textsIn(args.get('estimate') ?? '"estimate"') ?? [];
  const given = args.get('statistic');
  const listed = given === 'NULL' ? [] : textsIn(given ?? '"std.error"');
  const isPlain = /^(?:estimate|\{estimate\}\{stars\})$/.test(estimate);
  const below = whole(listed?.map((one) => kinds[one]));
  if (isPlain && below !== undefined) return { below };
  const first = estimate === 'estimate' ? '{estimate}{stars}' : templated(estimate);
  const cells = whole(listed && [first, ...listed.map(templated)]);
  if (cells !== undefined) return { cells };
  for (const name of ['estimate', 'statistic']) if (args.has(name)) args.lose(name);
  return { below: ['stdError'] };
}

/** The list if all its entries are known. */
function whole(list: readonly (string | undefined)[] | undefined): readonly string[] | undefined {
  return list === undefined || list.includes(undefined) ? undefined : (list as string[]);
}

/** A template of modelsummary() as one of a table; undefined for numbers that no table has. */
function templated(text: string): string | undefined {
  if (!text.includes('{')) return templates[text];
  const names = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!);
  if (names.some((name) => parts[name] === undefined)) return undefined;
  return text.replace(/\{([^}]*)\}/g, (_, name: string) => `{${parts[name]!}}`);
}
