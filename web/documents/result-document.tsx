/** Everything that is in a result, as a document in the language of the page. */
import type { Document, Result } from 'wasmetrics/report';
import { useAnswer } from '../components/answer.js';
import { language, words } from '../words/words.js';
import { DocumentShown } from './document.js';

/** A report with more rows is closed at first. */
const shortest = 40;

const lengthOf = ({ blocks }: Document) =>
  blocks.reduce((rows, block) => rows + (block.type === 'table' ? block.rows.length : 1), 0);

export function ResultDocument({ result }: { readonly result: unknown }) {
  const request = { result: result as Result, language: language.value };
  const { answer } = useAnswer('document', request, [result, language.value]);
  if (answer === undefined) return null;
  return (
    <details open={lengthOf(answer) <= shortest}>
      <summary>{words.value.results.wholeReport}</summary>
      <DocumentShown document={answer} />
    </details>
  );
}
