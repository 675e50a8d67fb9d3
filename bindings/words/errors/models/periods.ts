/** Errors of samples whose times may be numbers such as 201912, in English. */
import { says, type Told } from '../../told.js';

export interface WithWarning {
  /** What is wrong with the sample. */
  readonly cause: Told;
  /** The warning about the times, which explains it. */
  readonly warning: {
    readonly code: string;
    readonly message: string;
    readonly detail?: object;
    readonly of?: string;
  };
}

const explained = ({ cause, warning }: WithWarning) => `${cause.text}; ${warning.message}`;

export const emptyByPeriods = says('empty-sample/periods', explained);
export const manyByPeriods = says('too-many-periods/explained', explained);
