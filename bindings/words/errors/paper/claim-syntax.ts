/** Errors of the text of a claim, in English. */
import { says } from '../../told.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

const statements =
  'TERM > 0, TERM < 0, TERM != 0, TERM = 0 within BAND, or TERM differs between A and B';

interface Written {
  readonly found: string;
}

export const longClaim = says(
  'bad-claim/long',
  'expected at most {most} characters, found {length}',
);
export const noColon = says(
  'bad-claim/no-colon',
  'expected COLUMN: TERM > 0 [at LEVEL], found no ":" after the columns',
);
export const notColumns = says(
  'bad-claim/not-columns',
  ({ found }: Written) =>
    `expected columns or tables such as "T4.2, T5.2 and T6", found ${found === '' ? 'nothing' : `"${found}"`}`,
);
export const columnTwice = says(
  'bad-claim/column-twice',
  'expected each column once, found {found} twice',
);
export const endingTwice = says(
  'bad-claim/ending-twice',
  ({ ending }: { readonly ending: 'at LEVEL' | 'by METHOD' }) =>
    `expected "${ending}" once, found it twice`,
);
export const unknownMethod = says(
  'bad-claim/method',
  ({
    kind,
    found,
    meant,
  }: Written & {
    readonly kind: 'coefficient' | 'difference';
    readonly meant: Suggestion;
  }) => `expected a method of a ${kind} after "by", found "${found}"${suggested(meant)}`,
);
export const claimKeys = says(
  'bad-value/claim-keys',
  ({ found, meant }: Written & { readonly path: string; readonly meant: Suggestion }) =>
    `expected the keys claim and says, found ${found}${suggested(meant)}`,
);
export const notLevel = says(
  'bad-claim/not-level',
  'expected a level of significance such as 0.05 or 5% after "at", found "{found}"',
);
export const highLevel = says(
  'bad-claim/high-level',
  ({
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
);
export const notStatement = says(
  'bad-claim/statement',
  ({ found }: Written) => `expected ${statements}, found "${found}"`,
);
export const weakRelation = says(
  'bad-claim/relation',
  'expected "{strict}", which says the alternative of a test, found "{found}"',
);
export const noBand = says(
  'bad-claim/no-band',
  'expected a band, as in "= {value} within 0.05", found none; no test can show that a coefficient is exactly {value}',
);
export const bandRelation = says(
  'bad-claim/band-relation',
  'expected "=" with "within", found "{found}"',
);
export const badBand = says(
  'bad-claim/band',
  ({ found, isShare }: Written & { readonly isShare: boolean }) => {
    const expected = isShare ? 'a band in units of the coefficient' : 'a band above 0';
    return `expected ${expected} after "within", found "${found}"`;
  },
);
export const twoStatements = says(
  'bad-claim/two-statements',
  'expected one statement, found two; write a claim for each',
);
export const noGroups = says(
  'bad-claim/no-groups',
  'expected "between A and B [of COLUMN]" or "across COLUMN" after "differs", found "{found}"',
);
export const noDirection = says(
  'bad-claim/no-direction',
  'expected "in A than in B [of COLUMN]" after "is {word}", found "{found}"',
);
export const groupTwice = says(
  'bad-claim/group-twice',
  'expected different groups, found {found} twice',
);
