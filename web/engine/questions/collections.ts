/** Questions about tables of several models. */
import type { ModelInput } from 'wasmetrics';
import type { PaperTable, TableSpec, TextFormat } from 'wasmetrics/report';

export interface CollectedTable {
  /** The models, a column each. */
  readonly models: readonly ModelInput[];
  readonly spec: TableSpec;
}

export interface CollectionQuestions {
  regressionTable: { asks: CollectedTable; answer: PaperTable };
  /** A table as a file: text, or the bytes of a Word file. */
  renderTable: {
    asks: { readonly table: PaperTable; readonly format: TextFormat | 'docx' };
    answer: string | Uint8Array<ArrayBuffer>;
  };
}
