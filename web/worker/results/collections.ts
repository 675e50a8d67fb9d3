/** Tables of several models. */
import {
  type PaperTable,
  regressionTable as tableOf,
  renderTable as rendered,
} from 'wasmetrics/report';
import type { CollectedTable, CollectionQuestions } from '../../engine/questions/collections.js';
import { fitted } from './fits.js';
import { wordOf } from './word/document.js';

export async function regressionTable({ models, spec }: CollectedTable): Promise<PaperTable> {
  return tableOf(await Promise.all(models.map(fitted)), spec);
}

/** The library's Word files need a package that pages do not have. */
export function renderTable({ table, format }: CollectionQuestions['renderTable']['asks']) {
  return format === 'docx' ? wordOf(table) : rendered(table, format);
}
