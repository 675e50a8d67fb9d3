/** Errors and expectations by id in a language. */
import type { Retold } from '../told.js';
import type * as errors from '../errors/index.js';
import type * as expectations from '../expectations/index.js';

type Functions<Family> = Family extends unknown ? (one: Retold<Family>) => void : never;

/** The sentences of all families in one record. */
export type All<Families> =
  Functions<Families[keyof Families]> extends (one: infer Each) => void ? Each : never;

/** A sentence for the id of each error. */
export type ErrorSentences = All<typeof errors>;

/** Words for the id of each expectation. */
export type ExpectationWords = All<typeof expectations>;
