/** Tables of studies. */
import { keptResults, runStudy, type StudyInput } from 'wasmetrics/study';
import type { Running } from '../../worker/running.js';
import { failuresIn, Refused, warningsIn } from './failures.js';
import { fileAt, tableAt } from './files.js';
import type { MadeTable, TableRequest, TableProgress } from './questions.js';

const kept = keptResults();

/** Estimates what a table needs. @throws Refused, EconError as `runStudy` */
export async function tableOf(
  { src, name, language }: TableRequest,
  { signal, report }: Running,
): Promise<MadeTable> {
  const study = await fileAt(src);
  const names = Object.keys((study['tables'] ?? {}) as object);
  if (!names.includes(name)) throw new Refused('unknown-table', { name, names: names.join(', ') });
  const inLanguage = language === 'en' ? study : { language, ...study };
  const { tables, failed, warnings } = await runStudy(
    inLanguage as unknown as StudyInput,
    undefined,
    {
      only: [name],
      kept,
      signal,
      read: (place) => tableAt(place, src),
      readDocument: (file) => fileAt(new URL(file, src).href),
      onProgress: ({ id, done, total }) => report({ id, done, total } satisfies TableProgress),
    },
  );
  const failures = await failuresIn(language, failed);
  const table = tables[name];
  if (table === undefined) throw new Refused('failed-table', { message: failures.join('\n') });
  return { table, warnings: [...failures, ...(await warningsIn(language, warnings))] };
}
