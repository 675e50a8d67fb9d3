/** The general meaning of each status: what was expected, what was found, and what to do. */
import type { Told } from '../../words/told.js';
import { statusSentences } from '../../words/errors/core/status.js';
import type { EconError } from '../errors/errors.js';
import { errorFromStatus } from './status-errors.js';
import { type StatusName, statusName } from './status.js';

/** What a status says, without a subject. */
export function statusTold(status: number): Told {
  const tellers: Readonly<Record<StatusName, () => Told>> = statusSentences;
  return tellers[statusName(status)]();
}

/** The typed error of a status, for callers that cannot describe it further. */
export function statusError(subject: string, status: number): EconError {
  return errorFromStatus(status, statusTold(status), subject);
}
