/**
 * Checks column names in formulas at compile time, if the data have literal keys and the formula is a literal. Only
 * plain names outside parentheses are checked. Everything else passes, and is checked by the estimators when they run.
 */

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

/** The formula, or an error text naming a column that the data do not have. */
export type CheckedFormula<Formula extends string, Names extends string> = [
  MissingColumn<Formula, Names>,
] extends [never]
  ? Formula
  : `the data have no column ${MissingColumn<Formula, Names>}`;

/** A plain name in a literal formula that is not a column; never if there is any doubt. */
type MissingColumn<Formula extends string, Names extends string> = string extends Formula | Names
  ? never
  : Formula extends `${string}${Doubtful}${string}`
    ? never
    : Formula extends `${string}~${string}`
      ? OnlyOne<PlainNames<Words<WithoutCalls<Formula>>>, Names>
      : never;

/**
 * The only one of several names that is not a column. The compiler forgets columns from an index signature that is
 * spread into an object, so a formula with several unknown names, or with only one known name, is not judged.
 */
type OnlyOne<Used extends string, Names extends string> =
  IsUnion<Extract<Used, Names>> extends true
    ? IsUnion<Exclude<Used, Names>> extends true
      ? never
      : Exclude<Used, Names>
    : never;

type IsUnion<T, Member = T> = [T] extends [never]
  ? false
  : Member extends unknown
    ? [T] extends [Member]
      ? false
      : true
    : never;

/** Characters of notations that are not parsed here; formulas with them are not checked. */
type Doubtful =
  ',' | '=' | '"' | "'" | '`' | '{' | '[' | '<' | '>' | '&' | '!' | '%' | '@' | '$' | '\\' | '#';

/** Turns calls such as `log(x)` into `log#`; nested calls leave a parenthesis, which makes their words doubtful. */
type WithoutCalls<Text extends string> =
  Text extends `${infer Before}(${infer Inside})${infer After}`
    ? Inside extends `${string}(${string}`
      ? ''
      : `${Before}#${WithoutCalls<After>}`
    : Text;

type SplitBy<
  Text extends string,
  Separator extends string,
> = Text extends `${infer Before}${Separator}${infer After}`
  ? Before | SplitBy<After, Separator>
  : Text;

type Sides<Text extends string> = SplitBy<SplitBy<Text, '~'>, '|'>;
type Operands<Text extends string> = SplitBy<SplitBy<SplitBy<SplitBy<Text, '+'>, '-'>, '*'>, ':'>;

/** The words between operators and spaces, as a union. */
type Words<Text extends string> = SplitBy<SplitBy<SplitBy<Operands<Sides<Text>>, ' '>, '\n'>, '\t'>;

/** Characters that plain names cannot contain. */
type Odd = '.' | '#' | '(' | ')' | '^' | '/' | ';' | '?' | ']' | '}';
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
/** Words that formulas may contain without such a column. */
type Special = '' | '_cons' | 'EntityEffects' | 'TimeEffects';

type PlainNames<Word extends string> = Word extends
  Special | `${Digit}${string}` | `${string}${Odd}${string}`
  ? never
  : Word;
