/** The error of an estimator that there is not, in English, which knows methods of other programs. */
import { methodAdvice } from '../methods.js';
import { type Lists, says, type Texts } from '../../told.js';
import { show } from '../../text/messages.js';

export const unknownEstimator = says(
  'unknown-estimator',
  ({ found, available }: Texts<'path' | 'found'> & Lists<'available'>) => {
    const advice = methodAdvice(found);
    return `there is no estimator ${show(found)}; ${advice === undefined ? '' : `${advice}; `}this version has the estimators ${available.join(', ')}`;
  },
);
