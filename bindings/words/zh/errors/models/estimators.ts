/** The error of an estimator that there is not, in Chinese. */
import { methodAdvice } from '../../methods.js';
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/estimators.js';
import { show } from '../../../text/messages.js';

export const estimators: Retold<typeof english> = {
  'unknown-estimator': ({ found, available }) => {
    const advice = methodAdvice(found);
    return `没有估计方法 ${show(found)}；${advice === undefined ? '' : `${advice}；`}此版本的估计方法有 ${available.join('、')}`;
  },
};
