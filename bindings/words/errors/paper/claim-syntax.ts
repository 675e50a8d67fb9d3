/** Errors of the text of a claim, in English. */
import { family } from '../../family.js';
import { says } from '../../told.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

const statements =
  'TERM > 0, TERM < 0, TERM != 0, TERM = 0 within BAND, or TERM differs between A and B';

interface Written {
  readonly found: string;
}
export const claimKeys = says(
  'bad-value/claim-keys',
  ({ found, meant }: Written & { readonly path: string; readonly meant: Suggestion }) =>
    `expected the keys claim and says, found ${found}${suggested(meant)}`,
);

export const claimFault = family('bad-claim', {
  long: 'expected at most {most} characters, found {length}',
  'no-colon': 'expected COLUMN: TERM > 0 [at LEVEL], found no ":" after the columns',
  'not-columns': ({ found }: Written) =>
    `expected columns or tables such as "T4.2, T5.2 and T6", found ${found === '' ? 'nothing' : `"${found}"`}`,
  'column-twice': 'expected each column once, found {found} twice',
  'ending-twice': ({ ending }: { readonly ending: 'at LEVEL' | 'by METHOD' }) =>
    `expected "${ending}" once, found it twice`,
  method: ({
    kind,
    found,
    meant,
  }: Written & {
    readonly kind: 'coefficient' | 'difference';
    readonly meant: Suggestion;
  }) => `expected a method of a ${kind} after "by", found "${found}"${suggested(meant)}`,
  'not-level': 'expected a level of significance such as 0.05 or 5% after "at", found "{found}"',
  'high-level': ({
    highest,
    found,
    isConfidence,
    meant,
  }: Written & {
    readonly highest: number;
    /** Whether the text calls it a confidence level. */
    readonly isConfidence: boolean;
    readonly meant: number;
  }) =>
    `expected a level of significance of at most ${highest}, found ${found}${isConfidence ? ' confidence' : ''}; did you mean ${meant}?`,
  statement: ({ found }: Written) => `expected ${statements}, found "${found}"`,
  relation: 'expected "{strict}", which says the alternative of a test, found "{found}"',
  'no-band':
    'expected a band, as in "= {value} within 0.05", found none; no test can show that a coefficient is exactly {value}',
  'band-relation': 'expected "=" with "within", found "{found}"',
  band: ({ found, isShare }: Written & { readonly isShare: boolean }) => {
    const expected = isShare ? 'a band in units of the coefficient' : 'a band above 0';
    return `expected ${expected} after "within", found "${found}"`;
  },
  'two-statements': 'expected one statement, found two; write a claim for each',
  'no-groups':
    'expected "between A and B [of COLUMN]" or "across COLUMN" after "differs", found "{found}"',
  'no-direction': 'expected "in A than in B [of COLUMN]" after "is {word}", found "{found}"',
  'group-twice': 'expected different groups, found {found} twice',
});
