/** The short and the long form of a document: each part says which forms show it. */
import type { Block, Document, Form, Part, TableBlock } from './draft.js';

/** What only the full form shows. */
export const full: readonly Form[] = ['full'];
/** What all forms but the brief one show. */
export const longer: readonly Form[] = ['default', 'full'];
/** Shown in the default form; the full form has more detail elsewhere. */
export const summary: readonly Form[] = ['default'];

/** Parts that only these forms show. */
export function inForms<P extends Part>(forms: readonly Form[], parts: readonly P[]): P[] {
  return parts.map((part) => ({ ...part, forms }));
}

/** The parts of a document that a form shows; a block without any is left out. */
export function inForm(document: Document, form: Form): Document {
  const shows = ({ forms }: Part) => forms === undefined || forms.includes(form);
  return { ...document, blocks: document.blocks.filter(shows).flatMap(blockIn) };

  function blockIn(block: Block): Block[] {
    if (block.type === 'table') return tableIn(block);
    if (block.type !== 'facts') return [block];
    const facts = block.facts.filter(shows);
    return facts.length === 0 ? [] : [{ ...block, facts }];
  }

  function tableIn(block: TableBlock): TableBlock[] {
    const rows = block.rows.filter(shows);
    if (rows.length === 0) return [];
    const kept = block.columns.map(shows);
    const columns = block.columns.filter(shows);
    const cellsOf = ({ cells }: TableBlock['rows'][number]) => cells.filter((_, j) => kept[j]);
    return [{ ...block, columns, rows: rows.map((row) => ({ ...row, cells: cellsOf(row) })) }];
  }
}
