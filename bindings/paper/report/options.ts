/** Options of every report. */
import * as v from 'valibot';
import { flag, listOf, oneOf, significance, whole } from '../../core/arguments/arguments.js';
import type { Form } from '../tables/document.js';
import { expects } from '../../words/expects.js';
import { labelsByName, starsOfReport } from '../../words/expectations/paper/reports.js';
import { aNumber } from '../../words/expectations/values.js';

export interface DocumentOptions {
  /**
   * `brief` has only the coefficients, `default` fits a page, `full` has everything in the result; default `default`.
   */
  readonly form?: Form | undefined;
  /** Decimals of estimates, their errors and intervals; by default three significant digits of each error. */
  readonly digits?: number | undefined;
  /** Labels of variables by name, or true for those of the data. */
  readonly labels?: boolean | Readonly<Record<string, string>> | undefined;
  /** Levels of significance, one star each, or true for 0.1, 0.05 and 0.01. */
  readonly stars?: boolean | readonly number[] | undefined;
  /** Bootstrap replicates per second, printed with the bootstrap; results do not contain it. */
  readonly rate?: number | undefined;
}

const forms = ['brief', 'default', 'full'] as const satisfies readonly Form[];
const starsExpected = expects(starsOfReport());

export const documentSchemas = {
  form: oneOf(forms),
  digits: whole(0, 15),
  labels: v.union([v.boolean(), v.record(v.string(), v.string())], expects(labelsByName())),
  stars: v.union([flag, listOf(significance, starsExpected)], starsExpected),
  rate: v.number(expects(aNumber())),
};
