import { call } from '../call.js';
import { emptyLike, type Layout } from '../matrix.js';

/** The numbers of a matrix without gaps, column by column. @throws InputError `non-finite-input` */
export function finiteCopy(subject: string, view: Layout): Float64Array {
  const copy = emptyLike(view);
  call(subject, (memory) => memory.take(memory.put('a', view), copy));
  return copy.data;
}
