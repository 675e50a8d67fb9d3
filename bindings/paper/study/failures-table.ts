/** What a study could not make, as a table for the formats that show tables only. */
import { vocabularyOf } from '../../words/languages/index.js';
import type { PaperTable } from '../tables/paper/index.js';
import { failureMessage } from './error-text.js';
import type { StudyResult } from './result.js';

/** Each part with the code of its error, and the reasons as notes; undefined if nothing failed. */
export function failuresTable({ failed, language = 'en' }: StudyResult): PaperTable | undefined {
  if (failed.length === 0) return undefined;
  const { report } = vocabularyOf(language);
  const reasons = failed.map((entry) => {
    const [sentence = ''] = failureMessage(entry, language).split('\n');
    return report.partFailed(entry.id, sentence);
  });
  return {
    kind: 'table',
    title: report.failed,
    head: [[report.part, report.errorCode]],
    spans: [],
    body: failed.map(({ id, error }) => ({
      label: id,
      kind: 'text',
      cells: [{ text: error.code, column: 1 }],
    })),
    notes: [report.failedLead, ...reasons],
    stars: {},
    language,
  };
}
