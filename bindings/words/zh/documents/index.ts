/** The words of reports of single results, in Chinese. */
import type { DocumentWords } from '../../vocabulary/documents/index.js';
import { audits } from './audits.js';
import { common } from './common.js';
import { covariance } from './covariance.js';
import { data } from './data.js';
import { fits } from './fits.js';
import { reasons } from './reasons.js';
import { studies } from './studies.js';
import { tests } from './tests.js';

export const documents: DocumentWords = {
  sentences: {
    ...audits,
    ...common,
    ...data,
    ...fits,
    ...reasons,
    ...studies,
    ...tests,
  },
  covariance,
};
