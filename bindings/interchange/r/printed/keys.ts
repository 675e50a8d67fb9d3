/** The keys of tables of `modelsummary()`, `stargazer()`, `etable()`, `screenreg()` and their like. */
import { note } from '../../../words/errors/interchange/notes.js';
import { tableStatistic } from '../../../words/errors/interchange/tables.js';
import type { Told } from '../../../words/told.js';
import { partsOf } from '../../static/multiple.js';
import type { NameOf } from '../../study/terms.js';
import type { TableKeys } from '../../study/table.js';
import { linesBelow } from './lines.js';
import { starsOf } from './stars.js';
import { digitsOf } from './digits.js';
import { statsOf } from './statistics.js';
import {
  type Family,
  firstOf,
  flagOf,
  isNone,
  type TableArguments,
  textsOf,
  withTableArguments,
} from './arguments.js';
import { textsIn } from '../scripts/texts.js';
import { termsOf } from './terms.js';

export interface Site {
  /** The names of its models in their list. */
  readonly heads: readonly (string | undefined)[];
  readonly lacking: Told[];
  readonly nameOf: NameOf;
}

const families: Readonly<Record<string, Family>> = {
  modelsummary: 'modelsummary',
  msummary: 'modelsummary',
  stargazer: 'stargazer',
  Stargazer: 'stargazer',
  etable: 'fixest',
  esttable: 'fixest',
  'pf.etable': 'pyfixest',
  huxreg: 'huxtable',
  export_summs: 'huxtable',
  summary_col: 'statsmodels',
  compare: 'linearmodels',
};

/** Arguments that change how a table looks, where it is written, or nothing. */
const looks =
  /^(?:output|out|out\.header|file|type|tex|view|export|markdown|float|float\.env|float\.pos|header|align|font\.size|no\.space|single\.row|caption\.above|booktabs|dcolumn|siunitx|longtable|sideways|scalebox|center|table|no\.margin|column\.spacing|outer\.rule|inner\.rule|use\.packages|label|tab_label|table\.placement|placement|fontsize|escape|print|replace|style\.tex|style\.df|model\.numbers|model\.names|object\.names|dep\.var\.caption|dep\.var\.labels|dep\.var\.labels\.include|multicolumn|colnames\.align|intercept\.top|initial\.zero|threeparttable|sanitize|df|column\.sep\.width|notes\.align|notes\.label|depvar|se\.below|width|arraystretch|adjustbox|tpt|page\.width|div\.class|meta|tabular|coef\.just|interaction\.combine|i\.equal|suppress\.errors|flip|digit\.separate|digit\.separator|colnames|rownames|summary|leading\.zero|cat_template|head_order|borders|outer_borders)$/;

export function keysOf(
  call: string,
  options: ReadonlyMap<string, string>,
  { heads, lacking, nameOf }: Site,
): TableKeys {
  const name = call.split('.').at(-1)!;
  const family = families[call] ?? families[name] ?? 'texreg';
  return withTableArguments(options, looks, lacking, (args) => {
    const columns = headsOf(args, heads);
    const { labels: ofTerms, ...terms } = termsOf(args, lacking, nameOf);
    const { labels: ofStats, ...stats } = statsOf(family, args, (one) =>
      lacking.push(tableStatistic({ name: one })),
    );
    const labels = { ...ofTerms, ...ofStats };
    if (/^F/.test(args.get('intercept.bottom') ?? '')) args.lose('intercept.bottom');
    const style = args.get('style');
    if (style !== undefined && !/^["'](?:default|aer|qje)["']$/.test(style)) args.lose('style');
    return {
      ...titleOf(args),
      ...(columns === undefined ? {} : { columns }),
      ...vcovOf(args, lacking),
      ...terms,
      ...(Object.keys(labels).length === 0 ? {} : { labels }),
      digits: digitsOf(family, args),
      ...linesBelow(family, args),
      stars: starsOf(family, args),
      ...rowsOf(args, heads.length),
      ...stats,
      ...notesOf(args),
    };
  });
}

function titleOf(args: TableArguments): Pick<TableKeys, 'title'> {
  const name = firstOf(args, ['title', 'caption']);
  const [title] = name === undefined ? [] : textsOf(args, name);
  return title === undefined ? {} : { title };
}

function headsOf(
  args: TableArguments,
  heads: readonly (string | undefined)[],
): string[] | undefined {
  // prettier-ignore
  const name = firstOf(args, [
    'headers', 'column.labels', 'custom.model.names', 'model_names', 'model_heads',
  ]);
  const value = name === undefined ? undefined : args.get(name)!;
  if (value !== undefined) {
    const plain = value.replace(/^\(([^]*)\)$/, 'c($1)');
    const texts = /=/.test(value) ? undefined : textsIn(plain);
    if (texts?.length === heads.length) return texts;
    if (!isNone(value)) args.lose(name!);
  }
  return heads.some((head) => head !== undefined)
    ? heads.map((head, i) => head ?? `(${i + 1})`)
    : undefined;
}

/** Covariances by their words. */
const covariances: Readonly<Record<string, string>> = {
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
};

/** Another covariance of all columns. */
function vcovOf(args: TableArguments, lacking: Told[]): { readonly vcov?: string } {
  const name = firstOf(args, ['vcov', 'cluster']);
  const text = name === undefined ? 'NULL' : args.get(name)!;
  if (isNone(text)) return {};
  const clusters = /^~\s*([\w.]+(?:\s*\+\s*[\w.]+)*)$/.exec(text)?.[1]?.split(/\s*\+\s*/);
  const words = textsIn(text) ?? [];
  const known = words.length === 1 ? covariances[words[0]!.toLowerCase()] : undefined;
  if (name === 'vcov' && known !== undefined) return { vcov: known };
  const columns = clusters ?? (name === 'cluster' ? words : []);
  if (columns.length > 0) return { vcov: `cluster:${columns.join(',')}` };
  lacking.push(note('table-vcov'));
  return {};
}

/** `add.lines = list(c("FE", "Yes", "No"))` and `custom.gof.rows = list("FE" = c("Yes", "No"))`. */
function rowsOf(args: TableArguments, count: number): Pick<TableKeys, 'rows'> {
  const name = firstOf(args, ['add.lines', 'custom.gof.rows', 'extralines']);
  if (name === undefined) return {};
  const inside = /^list\s*\(([^]*)\)$/.exec(args.get(name)!)?.[1];
  const parts = inside === undefined ? [] : partsOf(inside, ',');
  const lines = parts.map((part) => {
    const [, label, cells] = /^["'`]?_?([^"'`=(]+?)["'`]?\s*=\s*([^]+)$/.exec(part) ?? [];
    const texts = textsIn(cells ?? part);
    return label === undefined || texts === undefined ? texts : [label, ...texts];
  });
  const rows = lines.flatMap(([label, ...cells] = []) =>
    label === undefined ? [] : [[label, filled(cells, count, name)] as const],
  );
  if (lines.length === 0 || lines.includes(undefined)) args.lose(name);
  return rows.length === 0 ? {} : { rows: Object.fromEntries(rows) };
}

/** A cell for each column; etable() repeats a single one. */
function filled(cells: readonly string[], count: number, name: string): string[] {
  const [first = ''] = cells;
  const other = name === 'extralines' && cells.length === 1 ? first : '';
  return Array.from({ length: count }, (_, i) => cells[i] ?? other);
}

function notesOf(args: TableArguments): Pick<TableKeys, 'notes'> {
  const texts = ['notes', 'custom.note', 'note'].flatMap((key) => textsOf(args, key));
  const isAlone = flagOf(args, 'notes.append') === false;
  return texts.length === 0 ? {} : { notes: isAlone ? texts : ['auto', ...texts] };
}
