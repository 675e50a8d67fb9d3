/** Expectations and suggestions in schemas, whose messages are texts only. */
import type { Suggestion } from './text/suggestion.js';
import { aValue } from './expectations/values.js';
import type { Told } from './told.js';

const START = '{"id":';

/** What was expected, as the text that a schema takes for its message. No other text has this type. */
export type Expectation = string & { readonly says: 'expectation' };

/** The message of a schema that says what was expected. */
export const expects = (expectation: Told): Expectation =>
  JSON.stringify(expectation) as Expectation;

/** What the message of a schema says was expected; undefined for a message of the schema library. */
export function expectationOf(message: unknown): Told | undefined {
  if (typeof message !== 'string' || !message.startsWith(START)) return undefined;
  return JSON.parse(message) as Told;
}

/** What a schema expected, by its message. */
export const expectedBy = (message: unknown): Told => expectationOf(message) ?? aValue();

/** The message of a schema for an unknown key. */
export const means = (suggestion: Suggestion): string => JSON.stringify(suggestion);

/** What the message of a schema for an unknown key says was meant. */
export const meantBy = (message: string): Suggestion => JSON.parse(message) as Suggestion;
