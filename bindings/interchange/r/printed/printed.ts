/** `modelsummary()`, `stargazer()`, `etable()`, `screenreg()` and their like as tables of a study. */
import type { Call } from '../../arguments.js';
import { argumentText } from '../call.js';
import { partsOf } from '../../static/multiple.js';
import { type ModelsTable, modelsLacking, unread } from '../../study/table.js';
import { meaningOf } from '../../derived.js';
import type { Estimated } from '../../static/frame.js';
import type { NameOf } from '../../study/terms.js';
import { keysOf } from './keys.js';
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
  nameOf: NameOf,
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
  const heads = models.map(({ head }) => head);
  const keys = keysOf(name, options, { heads, lacking, nameOf });
  const file = ['output', 'out', 'file'].map(
    (key) => /["'][^"']*\.(\w+)["']/.exec(options.get(key) ?? '')?.[1],
  );
  const format = file.find((one) => one !== undefined);
  return { table: { line, models: models.map(({ index }) => index), keys, format }, lacking };
}

/** The name of a column as the models of a script have it. */
export function nameIn(models: Iterable<{ readonly estimated: Estimated }>): NameOf {
  const made = [...models].flatMap(({ estimated: { frame } }) => frame.derived ?? []);
  return (word) => {
    const same = made.map((derived) => meaningOf({ ...derived, namesSteps: true }, word)?.same);
    return same.find((one) => one !== undefined) ?? word;
  };
}
