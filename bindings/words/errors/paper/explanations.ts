/** Errors of explanations, in English. */
import { says } from '../../told.js';
import { show } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

export const unknownCode = says(
  'unknown-code',
  ({ found, meant }: { readonly found: string; readonly meant: Suggestion }) =>
    `unknown code ${show(found)}${suggested(meant)}`,
);
