/** The sample of a Stata command. */
import type { Filter } from '../filters/filter.js';
import { stataFilterPart } from '../filters/stata.js';
import { accept, failure, type Reader } from '../reader.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** Reads ` if year >= 1978 & !missing(k)`; undefined without a condition. @throws InputError `command-syntax` */
export function readCondition(reader: Reader): Filter | undefined {
  if (accept(reader, /in\s+(?=\S)/) !== undefined) {
    throw failure(reader, commandProblem['in-rows'](), reader.position - 1);
  }
  return accept(reader, /if(?![\w.])\s*/) === undefined ? undefined : stataFilterPart(reader);
}
