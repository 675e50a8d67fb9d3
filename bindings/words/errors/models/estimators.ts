/** The error of an estimator that there is not, in English, which knows methods of other programs. */
import { adviceOn } from '../methods.js';

export { methodNamed } from '../../text/method-names.js';
import { type Lists, says, type Texts } from '../../told.js';
import { show } from '../../text/messages.js';

export const unknownEstimator = says(
  'unknown-estimator',
  ({
    found,
    available,
    method,
  }: Texts<'path' | 'found'> & Lists<'available'> & { readonly method: string | undefined }) => {
    const advice = adviceOn(method);
    return `there is no estimator ${show(found)}; ${advice === undefined ? '' : `${advice}; `}this version has the estimators ${available.join(', ')}`;
  },
);
