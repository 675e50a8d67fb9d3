/**
 * Checks column names in formulas and filters at compile time, if the data have literal keys and the text is a literal:
 * every name in it, or none if it has notations that are not read here. The estimators check all of them when they run.
 */
import type { FirstUnknown, Language, Trimmed } from './formula-words.js';

/** The names of the columns of typed data; `string` if they are known only at run time. */
export type ColumnNames<Data> = Data extends
  { readonly nrows: number } | { readonly getChild: unknown }
  ? string
  : Data extends ReadonlyMap<infer Name, unknown>
    ? Name & string
    : Data extends Iterable<infer Row>
      ? KeysOf<Row>
      : KeysOf<Data>;

/** The keys of each member of a union. */
type KeysOf<T> = T extends unknown ? (string extends keyof T ? string : keyof T & string) : never;

/** The text, or a message that names the first name in it that the data do not have. */
export type Checked<Text extends string, Names extends string, In extends Language> =
  IsSeveral<Names> extends true
    ? [FirstUnknown<Judgeable<Text, In>, Names, In>] extends [never]
      ? Text
      : `column ${FirstUnknown<Text, Names, In>} is not in the data: ${Listed<Names>}`
    : Text;

/** False for one name or none: the compiler forgets columns from an index signature that is spread into an object. */
type IsSeveral<Names, Each = Names> = [Names] extends [never]
  ? false
  : Each extends unknown
    ? [Names] extends [Each]
      ? false
      : true
    : false;

/** The text if it is short enough for the compiler and in a notation that is read here, otherwise any string. */
type Judgeable<Text extends string, In extends Language> = string extends Text
  ? string
  : IsLong<Text> extends true
    ? string
    : In extends 'where'
      ? Text
      : Text extends `${string}~${string}`
        ? Text
        : string;

/** What is left of a text after ten characters; empty for a shorter text. */
type AfterTen<Text extends string> =
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- each takes a character
  Text extends `${infer _0}${infer _1}${infer _2}${infer _3}${infer _4}${infer _5}${infer _6}${infer _7}${infer _8}${infer _9}${infer Rest}`
    ? Rest
    : '';

/** True for more than 300 characters: the compiler ends a recursion after a thousand steps, and a character may take two. */
type IsLong<Text extends string, Tens extends readonly 0[] = []> = Text extends ''
  ? false
  : Tens['length'] extends 30
    ? true
    : IsLong<AfterTen<Text>, [...Tens, 0]>;

/** Names in one text, at most twelve of them. */
type Listed<Names extends string> = Joined<ListOf<Names>>;
type Joined<List extends readonly string[]> = List extends readonly [
  infer First extends string,
  ...infer Rest extends readonly string[],
]
  ? Rest extends readonly []
    ? First
    : List extends { readonly length: 12 }
      ? First
      : `${First}, ${Joined<Rest>}`
  : '';

/** The members of a union in a list: the compiler picks the last of several signatures. */
type ListOf<Names, List extends readonly string[] = readonly []> = List extends {
  readonly length: 12;
}
  ? readonly [...List, '...']
  : [Names] extends [never]
    ? List
    : LastOf<Names> extends infer Last extends string
      ? ListOf<Exclude<Names, Last>, readonly [Last, ...List]>
      : List;
type LastOf<Names> = Signatures<Names> extends (one: infer Last) => void ? Last : never;
type Signatures<Names> = (
  Names extends unknown ? (one: (one: Names) => void) => void : never
) extends (one: infer All) => void
  ? All
  : never;

/** The names of the coefficients of a literal formula whose terms are names; `string` for other formulas. */
export type CoefficientNames<Formula extends string> = string extends Formula
  ? string
  : IsLong<Formula> extends true
    ? string
    : Formula extends `${string}~${infer Right}`
      ? Right extends `${infer Terms}|${infer Endogenous}~${string}`
        ? Endogenous extends `${string}|${infer Last}`
          ? OfTerms<Terms> | OfTerms<Last>
          : OfTerms<Terms> | OfTerms<Endogenous>
        : Right extends `${infer Terms}|${string}`
          ? OfTerms<Terms>
          : OfTerms<Right>
      : string;

/** `_cons` if a literal formula of least squares has a constant for certain. */
export type ConstantName<Formula extends string> = Formula extends `${string}~${infer Right}`
  ? Right extends `${string}${'0' | '-' | '|'}${string}`
    ? never
    : '_cons'
  : never;

type OfTerms<Terms extends string> = Terms extends `${infer Term}+${infer Rest}`
  ? OfTerm<Trimmed<Term>> | OfTerms<Rest>
  : OfTerm<Trimmed<Terms>>;

type Notation =
  | '-'
  | '*'
  | ':'
  | '^'
  | '('
  | ')'
  | '.'
  | ' '
  | ','
  | '='
  | '`'
  | '"'
  | '#'
  | '/'
  | '['
  | '<'
  | '&';
type OfTerm<Term extends string> = Term extends `${string}${Notation}${string}`
  ? string
  : Term extends '' | '0' | '1'
    ? never
    : Term;
