/** Errors of samples whose times may be numbers such as 201912, in Chinese. */
import { sentenceOf } from '../../../sentence-of.js';
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/periods.js';
import { warnings } from '../../warnings/index.js';

const explained = ({ cause, warning }: english.WithWarning) =>
  `${cause.text}；${sentenceOf(warnings, warning, '：')}`;

export const periods: Retold<typeof english> = {
  'empty-sample/periods': explained,
  'too-many-periods/explained': explained,
};
