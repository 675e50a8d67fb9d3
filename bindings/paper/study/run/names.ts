/** The models of a study with the names of the columns of its data. */
import { EconError } from '../../../core/errors/errors.js';
import { type Table, withQuotedNames } from '../../../data/index.js';
import { withColumnNames } from '../../../models/reading/column-names.js';
import type { PlannedModel, Study, StudyTable } from '../file/study.js';

export interface NamedStudy {
  readonly study: Study;
  /** The table, with a warning for each name that could have been an operator. */
  readonly table: Table;
}

/** The study in which a word such as `l.wage` is the column of exactly that spelling, where there is one. */
export async function withNamesOf(study: Study, table: Table): Promise<NamedStudy> {
  const isColumn = (name: string) => table.columns.has(name);
  let warned = table;
  const named = async (planned: PlannedModel): Promise<PlannedModel> => {
    try {
      const read = await withColumnNames(planned.model, warned);
      warned = read.table;
      return { ...planned, model: read.model };
    } catch (error) {
      if (!(error instanceof EconError)) throw error;
      return planned; // the estimate fails again, as an entry of its table
    }
  };
  const tables: StudyTable[] = [];
  for (const one of study.tables) {
    if (one.kind === 'models') tables.push({ ...one, models: await inOrder(one.models, named) });
    else if (one.kind === 'split') tables.push({ ...one, model: await named(one.model) });
    else if ('where' in one && one.where !== undefined) {
      tables.push({ ...one, where: withQuotedNames(one.where, isColumn).text });
    } else tables.push(one);
  }
  return { study: { ...study, tables }, table: warned };
}

async function inOrder<From, To>(
  list: readonly From[],
  each: (one: From) => Promise<To>,
): Promise<To[]> {
  const results: To[] = [];
  for (const one of list) results.push(await each(one));
  return results;
}
