/** Errors of the inside, such as those of a worker, which another error or a warning quotes. */
import { saidByHost } from '../../words/errors/core/workers.js';
import type { Told } from '../../words/told.js';
import { EconError } from './errors.js';
import { quoted } from './quoted.js';

const sentences = /* @__PURE__ */ new WeakMap<Error, Told>();

/** An error for the inside, with a sentence that other languages have too. */
export function fault(told: Told): Error {
  const error = new Error(told.text);
  sentences.set(error, told);
  return error;
}

/** What an error says, for the detail of another that quotes it. */
export function causeOf(error: unknown): Told {
  if (error instanceof EconError) return quoted(error);
  if (!(error instanceof Error)) return saidByHost({ reason: String(error) });
  return sentences.get(error) ?? saidByHost({ reason: error.message });
}
