/** The words of reports of single results, in Chinese. */
import type { DocumentWords } from '../vocabulary/documents.js';

export const documents: DocumentWords = {
  Coefficients: '系数',
  estimate: '估计值',
  'std. error': '标准误',
  observations: '观测值',
};
