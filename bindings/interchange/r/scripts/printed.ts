/** `modelsummary()`, `stargazer()`, `etable()`, `screenreg()` and their like as tables of a study. */
import type { Call } from '../../arguments.js';
import { argumentText } from '../call.js';
import { partsOf } from '../../static/multiple.js';
import { type ModelsTable, modelsLacking, type TableKeys, unread } from '../../study/table.js';
import { statisticOf } from '../../study/terms.js';
import { termsOf, textsIn } from './table-terms.js';
import { listedValues } from './texts.js';
import { note } from '../../../words/errors/interchange/notes.js';
import { tableArgument } from '../../../words/errors/interchange/tables.js';
import type { Told } from '../../../words/told.js';

/** A model of a list, with the name that it has there. */
export interface Listed {
  readonly head?: string | undefined;
  readonly index: number;
}

/** Lists of models by name; a single model is a list of one. */
export type Lists = Pick<ReadonlyMap<string, readonly Listed[]>, 'get'>;

/** The lists of a script, with its models and the results that are not translated as lists of one. */
export function listsOf(script: {
  readonly lists: Lists;
  readonly unread: ReadonlySet<string>;
  readonly numberOf: (name: string) => number | undefined;
}): Lists {
  return {
    get(name) {
      const index = script.numberOf(name);
      if (index !== undefined) return [{ index }];
      return script.lists.get(name) ?? (script.unread.has(name) ? [{ index: unread }] : undefined);
    },
  };
}

export interface PrintedTable {
  readonly table: ModelsTable;
  readonly lacking: readonly Told[];
}

// prettier-ignore
const printers = [
  'modelsummary', 'msummary', 'stargazer', 'etable', 'esttable', 'screenreg', 'texreg', 'htmlreg',
  'wordreg', 'huxreg', 'export_summs', 'summary_col', 'Stargazer', 'compare',
];

export function isPrinter(name: string): boolean {
  return printers.includes(name.split('.').at(-1)!);
}

/** The models of `list("OLS" = m1, m2)`, `m1` or `models`; undefined for other expressions. */
export function listOf(text: string, lists: Lists): Listed[] | undefined {
  const plain = text.trim();
  const inside =
    /^(?:list|c|setNames)\s*\(([^]*)\)$/.exec(plain)?.[1] ??
    /^\[([^]*)\]$|^\{([^]*)\}$/
      .exec(plain)
      ?.slice(1)
      .find((one) => one !== undefined);
  if (inside === undefined) {
    const known = lists.get(plain);
    return known === undefined ? undefined : [...known];
  }
  const all = partsOf(inside, ',').map((part) => {
    const named = /^(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([\w.]+))\s*[=:](?!=)\s*([^]+)$/.exec(part);
    const models = listOf(named?.[5] ?? part, lists);
    const name = named?.slice(1, 5).find((one) => one !== undefined);
    return models?.map((one) => ({ ...one, ...(name === undefined ? {} : { head: name }) }));
  });
  return all.includes(undefined) ? undefined : all.flatMap((one) => one!);
}

/** The table of a call; undefined if its models are not known. */
export function printedTable(
  { name, args }: Call,
  lists: Lists,
  line: number,
): PrintedTable | undefined {
  const models: Listed[] = [];
  const options = new Map<string, string>();
  for (const { name: option, value } of args) {
    const text = argumentText(value)!;
    const listed =
      option === undefined || ['l', 'models', 'list'].includes(option)
        ? listOf(text, lists)
        : undefined;
    if (listed !== undefined) models.push(...listed);
    else if (option === undefined) return undefined;
    else options.set(option, text);
  }
  if (models.length === 0) return undefined;
  const lacking = modelsLacking(models.map(({ index }) => index));
  const keys = keysOf(name.split('.').at(-1)!, options, { models, lacking });
  const file = ['output', 'out', 'file'].map(
    (key) => /["'][^"']*\.(\w+)["']/.exec(options.get(key) ?? '')?.[1],
  );
  const format = file.find((one) => one !== undefined);
  return { table: { line, models: models.map(({ index }) => index), keys, format }, lacking };
}

interface Site {
  readonly models: readonly Listed[];
  readonly lacking: Told[];
}

/** Stars by program, where it prints them. */
const stars: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  modelsummary: { '***': 0.001, '**': 0.01, '*': 0.05, '+': 0.1 },
  stargazer: { '***': 0.01, '**': 0.05, '*': 0.1 },
  etable: { '***': 0.001, '**': 0.01, '*': 0.05, '.': 0.1 },
  texreg: { '***': 0.001, '**': 0.01, '*': 0.05 },
};

function familyOf(name: string): string {
  if (name === 'msummary') return 'modelsummary';
  if (name === 'Stargazer') return 'stargazer';
  if (/etable|esttable/.test(name)) return 'etable';
  return /reg$|summs$/.test(name) ? 'texreg' : name;
}

/** Arguments that change how a table looks in its file, or nothing. */
const plain =
  /^(?:output|out|file|type|tex|float|header|align|font\.size|no\.space|single\.row|caption\.above|booktabs|dcolumn|use\.packages|label|table\.placement|fontsize|escape|print|replace|view|style|style\.tex|style\.df|model\.numbers|model\.names|object\.names|dep\.var\.caption|dep\.var\.labels\.include|multicolumn|colnames\.align|intercept\.bottom|intercept\.top|initial\.zero|include\.\w+|threeparttable|siunitx|sanitize|df|float_format|info_dict|column\.sep\.width|notes\.append|notes\.align|notes\.label|depvar|model_names|stars)$/;

const translated =
  /^(?:stars|statistic|coef_map|coef_rename|coef_omit|gof_map|gof_omit|title|caption|notes|fmt|vcov|digits|omit|keep|drop|dict|order|headers|column\.labels|custom\.model\.names|custom\.coef\.map|custom\.coef\.names|omit\.coef|covariate\.labels|add\.lines|star\.cutoffs|star\.char|omit\.stat|keep\.stat|report|signif\.code|signifCode|fitstat|cluster|se\.below|estimate|add_rows|custom\.note|regressor_order|precision|drop_omitted|dep\.var\.labels)$/;

function keysOf(name: string, options: ReadonlyMap<string, string>, site: Site): TableKeys {
  const family = familyOf(name);
  for (const option of options.keys()) {
    if (!translated.test(option) && !plain.test(option))
      site.lacking.push(tableArgument({ name: option }));
  }
  const heads = headsOf(options, site.models);
  const title = textIn(options.get('title') ?? options.get('caption'));
  const digits = Number(
    options.get('digits') ??
      options.get('fmt') ??
      /\.(\d)f/.exec(options.get('float_format') ?? '')?.[1] ??
      (family === 'texreg' ? 2 : 3),
  );
  return {
    ...(title === undefined ? {} : { title }),
    ...(heads === undefined ? {} : { columns: heads }),
    ...vcovOf(options, site),
    ...termsOf(options, site),
    digits: Number.isInteger(digits) ? digits : 3,
    below: belowOf(family, options),
    stars: starsOf(family, options),
    ...linesOf(options),
    stats: statsOf(family, options),
    ...notesOf(options),
  };
}

function textIn(value: string | undefined): string | undefined {
  return /^["']([^]*)["']$/.exec(value?.trim() ?? '')?.[1];
}

function headsOf(
  options: ReadonlyMap<string, string>,
  models: readonly Listed[],
): string[] | undefined {
  const given = ['headers', 'column.labels', 'custom.model.names', 'model_names'].map((key) =>
    textsIn(options.get(key)),
  );
  const texts = given.find((list) => list.length > 0);
  if (texts !== undefined) return models.map((_, i) => texts[i] ?? `(${i + 1})`);
  return models.some(({ head }) => head !== undefined)
    ? models.map(({ head }, i) => head ?? `(${i + 1})`)
    : undefined;
}

/** Another covariance of all columns. */
function vcovOf(
  options: ReadonlyMap<string, string>,
  { lacking }: Site,
): { readonly vcov?: string } {
  const text = (options.get('vcov') ?? options.get('cluster'))?.trim();
  if (text === undefined || text === 'NULL') return {};
  const clusters = /^(?:["'])?~?\s*([\w.]+(?:\s*\+\s*[\w.]+)*)(?:["'])?$/.exec(text)?.[1];
  const word = textIn(text)?.toLowerCase();
  const known = {
    robust: 'HC3',
    hc: 'HC3',
    hc0: 'HC0',
    hc1: 'HC1',
    hc2: 'HC2',
    hc3: 'HC3',
    hc4: 'HC4',
    stata: 'HC1',
    hetero: 'HC1',
    iid: 'unadjusted',
    classical: 'unadjusted',
  }[word ?? ''];
  if (known !== undefined) return { vcov: known };
  if (clusters !== undefined && text.includes('~'))
    return { vcov: `cluster:${clusters.split(/\s*\+\s*/).join(',')}` };
  lacking.push(note('table-vcov'));
  return {};
}

function belowOf(family: string, options: ReadonlyMap<string, string>): string[] {
  if (family === 'compare') return [/std/.test(options.get('precision') ?? '') ? 'stdError' : 't'];
  const text = options.get('statistic') ?? options.get('report') ?? '';
  if (/p\.value|vc\*?p/.test(text)) return ['p'];
  if (/conf\.int/.test(text)) return ['interval'];
  if (/statistic|vc\*?t/.test(text)) return ['t'];
  return ['stdError'];
}

function starsOf(family: string, options: ReadonlyMap<string, string>): TableKeys['stars'] {
  const given = options.get('stars') ?? options.get('signif.code') ?? options.get('star.cutoffs');
  const usual = stars[family] ?? stars['stargazer']!;
  const isPlain = ['modelsummary', 'summary_col', 'compare'].includes(family);
  if (given === undefined) return isPlain ? false : usual;
  if (/^(?:F|FALSE|NA|NULL|False)$/.test(given.trim())) return false;
  const named = pairsOf(given);
  if (Object.keys(named).length > 0) return named;
  const levels = (listedValues(given) ?? [])
    .map(Number)
    .filter((level) => level > 0 && level <= 0.2);
  if (levels.length === 0) return usual;
  return Object.fromEntries(
    levels
      .sort((a, b) => b - a)
      .map((level, i) => ['*'.repeat(i + 1), level])
      .reverse(),
  );
}

/** `c("*" = 0.1, "**" = 0.05)`. */
function pairsOf(text: string): Record<string, number> {
  const pairs = [...text.matchAll(/["']([^"']+)["']\s*=\s*([\d.]+)/g)].map(
    ([, star, level]) => [star!, Number(level)] as const,
  );
  return Object.fromEntries(
    pairs.filter(([, level]) => level > 0 && level <= 0.2).sort((a, b) => a[1] - b[1]),
  );
}

/** `add.lines = list(c("FE", "Yes", "No"))`. */
function linesOf(options: ReadonlyMap<string, string>): Pick<TableKeys, 'rows'> {
  const inside = /^list\s*\(([^]*)\)$/.exec(options.get('add.lines')?.trim() ?? '')?.[1];
  const lines = inside === undefined ? [] : partsOf(inside, ',').map(textsIn);
  const rows = lines.flatMap(([label, ...cells]) =>
    label === undefined ? [] : [[label, cells] as const],
  );
  return rows.length === 0 ? {} : { rows: Object.fromEntries(rows) };
}

function statsOf(family: string, options: ReadonlyMap<string, string>): string[] {
  const named = textsIn(options.get('gof_map')).flatMap((name) => statisticOf(name) ?? []);
  if (named.length > 0) return named;
  const fit = (options.get('fitstat') ?? '')
    .replace(/^~/, '')
    .split('+')
    .map(
      (one) =>
        ({
          n: 'nobs',
          r2: 'rsquared',
          ar2: 'rsquaredAdj',
          wr2: 'rsquaredWithin',
          aic: 'aic',
          bic: 'bic',
          ll: 'loglik',
        })[one.trim()],
    );
  const known = fit.filter((one) => one !== undefined);
  if (known.length > 0) return known;
  return family === 'etable' ? ['nobs', 'rsquared'] : ['nobs', 'rsquared', 'rsquaredAdj'];
}

function notesOf(options: ReadonlyMap<string, string>): Pick<TableKeys, 'notes'> {
  const texts = ['notes', 'custom.note'].flatMap((key) => textsIn(options.get(key)));
  return texts.length === 0 ? {} : { notes: ['auto', ...texts] };
}
