/**
 * Reads literal formulas and filters at compile time, one character at a time. A text that has anything which is not
 * read here is not judged at all; otherwise the first name that is no column is the answer.
 */

type Blank = ' ' | '\n' | '\t';
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** Characters that stand between operands. */
interface Operators {
  readonly formula: '~' | '+' | '-' | '*' | ':' | '^' | '|';
  readonly where: '+' | '-' | '*' | '/' | '^' | '|' | '&' | '=' | '<' | '>' | '!' | ',' | '[';
}
/** Characters of notations that are not read. */
interface Doubts {
  readonly formula:
    | ','
    | '='
    | '"'
    | "'"
    | '{'
    | '}'
    | '['
    | ']'
    | '<'
    | '>'
    | '&'
    | '!'
    | '%'
    | '@'
    | '$'
    | '\\'
    | '#'
    | ';'
    | '?'
    | '/';
  readonly where: '~' | ':' | '{' | '}' | '%' | '@' | '$' | '\\' | '#' | ';' | '?';
}
/** Functions of operands that are read by themselves. */
interface Functions {
  readonly formula: 'log' | 'exp' | 'sqrt' | 'abs' | 'ln';
  readonly where:
    | Functions['formula']
    | 'round'
    | 'floor'
    | 'ceil'
    | 'min'
    | 'max'
    | 'if'
    | 'in'
    | 'matches'
    | 'missing'
    | 'holds'
    | 'year'
    | 'quarter'
    | 'month'
    | 'day';
}
/** Words that need no column. */
interface Specials {
  readonly formula: '_cons' | 'EntityEffects' | 'TimeEffects';
  readonly where: never;
}
type Joining = 'and' | 'or' | 'not' | 'in';

export type Language = keyof Operators;

/** True for a run of time operators such as `L2` or `FD`, or a prefix of Stata's factors such as `i` or `ib2`. */
type IsOperator<Text extends string> = Text extends 'i' | 'c' | 'o' | `ib${string}` | `b${Digit}`
  ? true
  : IsShift<Text>;
type IsShift<Text extends string> = Text extends ''
  ? true
  : Text extends `${'L' | 'F' | 'D' | 'S' | 'l' | 'f' | 'd' | 's' | Digit}${infer Rest}`
    ? IsShift<Rest>
    : false;

/** `''` for a word that needs no column or has one, the word if it has none, undefined in doubt. */
type Judged<Word extends string, Names, Special> = Word extends Names | Special
  ? ''
  : Word extends `${Digit}${string}`
    ? ''
    : Word extends `${infer Operator}.${infer Of}`
      ? Operator extends ''
        ? undefined
        : IsOperator<Operator> extends true
          ? Of extends ''
            ? ''
            : Judged<Of, Names, Special>
          : Word
      : Word;

/** A word without the time operators before it: `log` for `L.log`. */
type Bare<Word extends string> = Word extends `${infer Operator}.${infer Of}`
  ? IsShift<Operator> extends true
    ? Bare<Of>
    : Word
  : Word;

/** A scan that goes on. `After` is what came before: an operand, or the start or an operator. */
type Scan<
  Text extends string,
  Names,
  In extends Language,
  Word extends string = '',
  After extends 'operand' | 'operator' = 'operator',
  Found extends string = '',
> = Text extends `${infer Char}${infer Rest}`
  ? Char extends Blank
    ? Word extends ''
      ? Scan<Rest, Names, In, '', After, Found>
      : Ended<Text, Names, In, Word, After, Found>
    : Char extends Operators[In] | ')' | (In extends 'where' ? ']' : never)
      ? Word extends ''
        ? Scan<Rest, Names, In, '', Char extends ')' | ']' ? 'operand' : 'operator', Found>
        : Ended<Text, Names, In, Word, After, Found>
      : Char extends '('
        ? Word extends ''
          ? After extends 'operand'
            ? In extends 'where'
              ? never
              : never
            : Scan<Rest, Names, In, '', 'operator', Found>
          : Called<Rest, Names, In, Word, After, Found>
        : Char extends '`'
          ? Quoted<Rest, Names, In, Word, After, Found>
          : Char extends '"' | "'"
            ? In extends 'where'
              ? Rest extends `${string}${Char}${infer Later}`
                ? Scan<Later, Names, In, '', 'operand', Found>
                : never
              : never
            : Char extends Doubts[In]
              ? never
              : Scan<Rest, Names, In, `${Word}${Char}`, After, Found>
  : Word extends ''
    ? Found
    : Ended<'', Names, In, Word, After, Found>;

/** A word ends. Two operands side by side are another notation. */
type Ended<
  Text extends string,
  Names,
  In extends Language,
  Word extends string,
  After,
  Found extends string,
> = In extends 'where'
  ? Word extends Joining
    ? Scan<Text, Names, In, '', 'operator', Found>
    : Operand<Text, Names, In, Word, After, Found>
  : Operand<Text, Names, In, Word, After, Found>;

type Operand<
  Text extends string,
  Names,
  In extends Language,
  Word extends string,
  After,
  Found extends string,
> = After extends 'operand'
  ? never
  : Judged<Word, Names, Specials[In]> extends infer Verdict extends string
    ? Scan<Text, Names, In, '', 'operand', Found extends '' ? Verdict : Found>
    : never;

/** After a word and a parenthesis: a lag such as `L(1:2).x`, dummies, or a function. */
type Called<
  Text extends string,
  Names,
  In extends Language,
  Word extends string,
  After,
  Found extends string,
> = After extends 'operand'
  ? In extends 'where'
    ? Word extends 'in'
      ? Scan<Text, Names, In, '', 'operator', Found>
      : never
    : never
  : Bare<Word> extends Functions[In]
    ? Scan<Text, Names, In, '', 'operator', Found>
    : In extends 'where'
      ? Word extends Joining
        ? Scan<Text, Names, In, '', 'operator', Found>
        : never
      : Word extends 'i' | 'factor'
        ? Dummies<Text, Names, Found>
        : IsShift<Word> extends true
          ? Text extends `${infer Range}).${infer Rest}`
            ? Range extends `${number}` | `${number}:${number}`
              ? Scan<Rest, Names, In, '', 'operator', Found>
              : never
            : never
          : never;

/** `x)` or `x, ref=2)`. */
type Dummies<
  Text extends string,
  Names,
  Found extends string,
> = Text extends `${infer Inside})${infer Rest}`
  ? Inside extends `${string}${'"' | "'" | '(' | '`'}${string}`
    ? never
    : Inside extends `${infer Name},${infer Reference}`
      ? Trimmed<Reference> extends `ref${Blank | '='}${string}`
        ? Dummy<Trimmed<Name>, Rest, Names, Found>
        : never
      : Dummy<Trimmed<Inside>, Rest, Names, Found>
  : never;

type Dummy<Word extends string, Rest extends string, Names, Found extends string> = Scan<
  Rest,
  Names,
  'formula',
  '',
  'operand',
  Found extends '' ? (Word extends Names ? '' : Word) : Found
>;

/** A name in backquotes, also after an operator such as `L.`. */
type Quoted<
  Text extends string,
  Names,
  In extends Language,
  Word extends string,
  After,
  Found extends string,
> = After extends 'operand'
  ? never
  : Word extends '' | `${string}.`
    ? Text extends `${infer Name}\`${infer Rest}`
      ? Scan<
          Rest,
          Names,
          In,
          '',
          'operand',
          Found extends '' ? (Name extends Names ? '' : Name) : Found
        >
      : never
    : never;

export type Trimmed<Text extends string> = Text extends `${Blank}${infer Rest}`
  ? Trimmed<Rest>
  : Text extends `${infer Rest}${Blank}`
    ? Trimmed<Rest>
    : Text;

/** The first name of a text that is no column; never if there is none, or in doubt. */
export type FirstUnknown<
  Text extends string,
  Names extends string,
  In extends Language,
> = string extends Text ? never : string extends Names ? never : Exclude<Scan<Text, Names, In>, ''>;
