/** What errors tell as data, by their codes: derived from the sentences, so that nobody lists a code by hand. */
import type * as bootstrap from './bootstrap/index.js';
import type * as errors from './index.js';
import type * as models from './models/index.js';
import type * as program from './program/index.js';

/** The id of each sentence among these and in the families below them, with the detail that it is made of. */
type Said<Part> = Part extends (...detail: infer Args) => { readonly id: infer Id }
  ? string extends Id
    ? never
    : { readonly id: Id; readonly detail: Args extends readonly [infer Detail] ? Detail : object }
  : Part extends Readonly<Record<string, unknown>>
    ? { [Name in keyof Part]: Said<Part[Name]> }[keyof Part]
    : never;

/** The code of a sentence's id: what stands before a slash. */
type CodeOf<Id> = Id extends `${infer Code}/${string}` ? Code : Id;

type KeysOf<Each> = Each extends unknown ? keyof Each : never;
type ValueOf<Each, Key> = Each extends { readonly [Name in Key & PropertyKey]?: infer Value }
  ? Key extends keyof Each
    ? Value
    : never
  : never;

/** One record for all details of a code: the keys that only some of its sentences have are optional. */
type Joined<Each> = [KeysOf<Each>] extends [never]
  ? object
  : { readonly [Key in Extract<keyof Each, string>]: ValueOf<Each, Key> } & {
      readonly [Key in Exclude<KeysOf<Each>, keyof Each>]?: ValueOf<Each, Key>;
    };

type ByCode<One extends { readonly id: unknown; readonly detail: unknown }> = {
  readonly [Code in CodeOf<One['id']> & string]: Joined<
    Extract<One, { readonly id: Code | `${Code}/${string}` }>['detail']
  >;
};

/** The detail of an error by its code. Keys that only some errors of a code have are optional. */
export interface ErrorDetails extends ByCode<
  Said<typeof bootstrap | typeof errors | typeof models | typeof program>
> {}

/** The code of an error: it never changes, and `wasmetrics explain CODE` says what it means. */
export type ErrorCode = keyof ErrorDetails;
