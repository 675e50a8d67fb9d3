/** Expectations and suggestions in schemas, whose messages are texts only. */
import type { Suggestion } from './text/suggestion.js';
import type { Told } from './told.js';

const START = '{"id":';

/** The message of a schema that says what was expected. */
export const expects = (expectation: Told): string => JSON.stringify(expectation);

/** What the message of a schema says was expected; undefined if the message is a plain text. */
export function expectationOf(said: string): Told | undefined {
  return said.startsWith(START) ? (JSON.parse(said) as Told) : undefined;
}

/** The message of a schema for an unknown key. */
export const means = (suggestion: Suggestion): string => JSON.stringify(suggestion);

/** What the message of a schema for an unknown key says was meant. */
export const meantBy = (message: string): Suggestion => JSON.parse(message) as Suggestion;
