/**
 * The model for data: a word such as `l.wage`, `L.wage`, `c.x` or `i.g` means the column of exactly that name if the
 * data have one; otherwise it means the operator.
 */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { checkKeys } from '../../core/arguments/arguments.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { omit } from '../../core/values/omit.js';
import {
  foreignWords,
  type IsColumn,
  oddNames,
  withQuotedNames,
} from '../../data/formula/idioms/dotted-names.js';
import type { Table } from '../../data/table.js';
import { anyTable, type DataInput } from '../../data/to-table.js';
import type { Model, ModelInput } from '../model.js';
import { readModel } from './model-reader.js';
import { mapTexts, mayNameColumns, textKeys, withWritten, writtenTexts } from './written-names.js';

export interface Named {
  readonly model: Model;
  /** The table, with a warning for each column name that could also be read as an operator. */
  readonly table: Table;
}

/** The model with the names of columns of `table` in backquotes. A model without such names is returned unchanged. */
export async function withColumnNames(model: Model, table: Table): Promise<Named> {
  const { texts, written } = writtenTexts(model);
  const odd = oddNames(table.columns.keys());
  if (!odd.some((name) => name.includes('.')) && written?.quoted !== true) {
    return { model, table: await withWarnings(table, model, { odd, words: [] }) };
  }
  const words = new Set<string>();
  const isResolved = written?.resolved === true;
  const isColumn: IsColumn = (name) =>
    table.columns.has(name) && !(isResolved && foreignWords(name).length === 0);
  const quoted = mapTexts(texts, (text) => {
    const read = withQuotedNames(text, isColumn);
    for (const word of read.words) words.add(word);
    return read.text;
  });
  const isSame = JSON.stringify(quoted) === JSON.stringify(texts);
  if (isSame && written?.quoted !== true) {
    return { model, table: await withWarnings(table, model, { odd, words: [] }) };
  }
  const others = omit(model as Partial<Record<(typeof textKeys)[number], unknown>>, ...textKeys);
  const read = await readModel({ ...others, ...quoted });
  const named = withWritten(read, { before: quoted, quoted: false, resolved: true });
  return { model: named, table: await withWarnings(table, named, { odd, words: [...words] }) };
}

/**
 * The model with the names of the columns of `data` in backquotes, if a name such as `l.wage` looks like an operator.
 * If `data` is a function, it is called only if the model has such a word.
 *
 * @throws as `parseModel`, and what `data` throws
 */
export async function resolveNames(
  input: ModelInput,
  data: DataInput | (() => DataInput | Promise<DataInput>),
  options: LocalOptions = {},
): Promise<ModelInput> {
  checkKeys('resolveNames', localSchemas, options);
  return inOnePiece(options, async () => {
    const model = await readModel(input);
    if (!mayNameColumns(writtenTexts(model).texts)) return input;
    const named = await withColumnNames(
      model,
      anyTable(await (typeof data === 'function' ? data() : data)),
    );
    return named.model === model ? input : named.model;
  });
}

interface Noticed {
  /** Columns whose names contain characters that formulas use. */
  readonly odd: readonly string[];
  /** Words that are read as columns, not as operators. */
  readonly words: readonly string[];
}

async function withWarnings(table: Table, model: Model, { odd, words }: Noticed): Promise<Table> {
  const computed = odd.filter((name) => /[(^:*]/.test(name) && model.formula.includes(name));
  if (words.length === 0 && computed.length === 0) return table;
  const { computedWarnings, operatorWarning } =
    await import('../../data/formula/idioms/operator-form.js');
  const isColumn = (name: string) =>
    table.columns.has(name) || table.names?.includes(name) === true;
  const { warnings: before = [] } = table;
  const added = [
    ...words.flatMap((word) => operatorWarning(word, isColumn) ?? []),
    ...computedWarnings(model.formula, computed),
  ];
  const warnings = added.filter(({ message }) =>
    before.every((tableWarning) => tableWarning.message !== message),
  );
  return warnings.length === 0 ? table : { ...table, warnings: [...before, ...warnings] };
}
