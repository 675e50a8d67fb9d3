/**
 * Finds columns that may identify persons, by their names and the form of their values. This is a warning, not proof.
 */
import { checkKeys } from '../../../core/arguments/arguments.js';
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { anyTable, type Column, type DataInput, type Table } from '../../../data/index.js';

export type PersonalKind =
  'name' | 'e-mail address' | 'phone number' | 'identity number' | 'address';

export interface PersonalFinding {
  readonly column: string;
  readonly kind: PersonalKind;
  /** Cells of this kind. */
  readonly count: number;
  /** One of them, most of it masked. */
  readonly example: string;
}

/** Minimum share of cells of a kind that other texts resemble. */
const SHARE = 0.2;
/** Minimum number of distinct values in a column of names. */
const FEWEST_NAMES = 5;

/** Matches one character before the @: a search for all of them would take quadratic time. */
const email = /[^\s@,;<>]@[^\s@,;<>]+\.[a-z]{2,}/i;

/** Digits of a text, and whether it is written as a telephone number is. */
function isPhone(text: string): boolean {
  const plain = text.trim();
  if (/^1[3-9]\d{9}$/.test(plain)) return true; // mobile numbers of China
  if (!/^\+?[\d\s().-]{8,20}$/.test(plain)) return false;
  const digits = plain.replace(/\D/g, '').length;
  const isWritten = plain.startsWith('+') || /^\(?\d{2,4}\)?[\s-]\d{3,4}[\s-]\d{3,4}$/.test(plain);
  return isWritten && digits >= 8 && digits <= 15 && !/^\d{4}-\d{2}-\d{2}/.test(plain);
}

/** The check digit of identity numbers of China (GB 11643-1999, ISO 7064 MOD 11-2). */
function isChineseIdentity(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

/** The remainder of account numbers (ISO 13616). */
function isAccount(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  const moved = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const mark of moved.replace(/[A-Z]/g, (one) => String(one.charCodeAt(0) - 55))) {
    rest = (rest * 10 + Number(mark)) % 97;
  }
  return rest === 1;
}

function isIdentity(text: string): boolean {
  const plain = text.trim();
  return isChineseIdentity(plain) || /^\d{3}-\d{2}-\d{4}$/.test(plain) || isAccount(plain);
}

/** Two or three words with capitals, or two to four Chinese characters. */
function isName(text: string): boolean {
  const plain = text.trim();
  return (
    /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}\.?)?(?:[ -]\p{Lu}[\p{Ll}'’-]+){1,2}$/u.test(plain) ||
    /^\p{Script=Han}{2,4}$/u.test(plain)
  );
}

/** Words of headings. */
const headings: readonly (readonly [PersonalKind, RegExp])[] = [
  [
    'name',
    /^(full_?name|first_?name|last_?name|surname|family_?name|given_?name|respondent_?name|person_?name|name|nombre|apellido|nom|prenom)$|姓名|^名字$/i,
  ],
  ['e-mail address', /^e_?-?mail|email$|邮箱|电子邮件/i],
  ['phone number', /(^|_)(phone|mobile|telephone|tel|cell_?phone)(_|$|no|number)|电话|手机/i],
  [
    'identity number',
    /(^|_)(ssn|passport|national_?id|id_?card|identity_?(no|number)|tax_?id|iban)(_|$)|身份证|护照/i,
  ],
  ['address', /^(home_?|street_?)?address$|住址|地址/i],
];

const values: readonly (readonly [PersonalKind, (text: string) => boolean])[] = [
  ['e-mail address', (text) => email.test(text)],
  ['identity number', isIdentity],
  ['phone number', isPhone],
];

/**
 * Columns that look like names, e-mail addresses, phone or identity numbers, or addresses of persons.
 *
 * @throws as `toTable`
 */
export async function findPersonal(
  data: DataInput,
  options: LocalOptions = {},
): Promise<readonly PersonalFinding[]> {
  checkKeys('findPersonal', localSchemas, options);
  return inOnePiece(options, () => findingsIn(anyTable(data)));
}

function findingsIn({ columns }: Table): readonly PersonalFinding[] {
  return [...columns].flatMap(([name, column]) => {
    const finding = findingIn(name, textsOf(column));
    return finding === undefined ? [] : [finding];
  });
}

/** The texts of a column that are not missing; of numbers only those that are whole and long. */
function textsOf(column: Column): readonly string[] {
  if (column.kind === 'text') return column.values.filter((text) => text.trim() !== '');
  if (column.frequency !== undefined) return [];
  const isLong = (value: number) => Number.isInteger(value) && value >= 1e10;
  return Array.from(column.values).filter(isLong).map(String);
}

function findingIn(column: string, texts: readonly string[]): PersonalFinding | undefined {
  if (texts.length === 0) return undefined;
  for (const [kind, isKind] of values) {
    const matches = texts.filter(isKind);
    const few = kind === 'phone number' && matches.length < SHARE * texts.length;
    if (matches.length > 0 && !few) {
      return { column, kind, count: matches.length, example: masked(matches[0]!) };
    }
  }
  const [named] = headings.find(([, heading]) => heading.test(column)) ?? [];
  const distinct = new Set(texts).size;
  if (named !== undefined && (named !== 'name' || distinct >= FEWEST_NAMES)) {
    return { column, kind: named, count: texts.length, example: masked(texts[0]!) };
  }
  const people = texts.filter(isName);
  const isMostly = people.length >= (1 - SHARE) * texts.length;
  const isPeople = isMostly && /\s/.test(people[0] ?? '') && distinct >= FEWEST_NAMES;
  if (!isPeople) return undefined;
  return { column, kind: 'name', count: people.length, example: masked(people[0]!) };
}

/** The first and the last character, and the marks of the form. */
function masked(text: string): string {
  const marks = [...text.trim()];
  const last = marks.length - 1;
  return marks
    .map((mark, i) => (i === 0 || (i === last && last > 2) || /[@.\s()+-]/.test(mark) ? mark : '*'))
    .join('')
    .slice(0, 40);
}
