/** Checks whether the numbers of a text are still the study's. */
import { readable } from '../../../results/read.js';
import {
  changedNumber,
  equalByChance,
  fromElsewhere,
  notChecked,
  unmatchedNumber,
} from '../../../words/errors/paper/texts.js';
import type { Told } from '../../../words/told.js';
import type { NumberKind, StudyNumbers } from './number.js';
import { placed, linesOf, type TextPlace, unknownAt } from './place.js';
import { decimalsIn, type ProseNumber } from './prose.js';
import { checkTexts, escapedProse, proseFormats, writtenAs } from './template.js';

/** A number in a text that the study does not have, or no longer has. */
export interface TextFinding extends TextPlace {
  /**
   * `changed`: the number before the name in a comment has changed. `unknown`: the study has no number of that name.
   * `unmatched`: no number of the study rounds to it.
   */
  readonly rule: 'changed' | 'unknown' | 'unmatched';
  readonly written: string;
  /** The number that the text names, or the nearest one. */
  readonly name?: string;
  /** The number in the study. */
  readonly expected?: string;
  readonly message: string;
  /** What the message says after the place, as data. */
  readonly told: Told;
}

export interface TextCheck {
  readonly kind: 'text-check';
  readonly findings: readonly TextFinding[];
  /** Count of numbers with names: in comments, macros and templates. */
  readonly named: number;
  /** Count of decimals without names, which were compared with all numbers of the study. */
  readonly compared: number;
  /** Share of wrong decimals that equal some number of the study by chance and are therefore missed. */
  readonly chance: number | null;
  /** Limits of the check, one sentence each. */
  readonly limits: readonly string[];
  /** These as data. */
  readonly told: readonly Told[];
}

/**
 * Finds numbers in a text that are not those of the study. A number with its name, as in `0.011<!--T4.2.Gov-->`, is
 * compared with that number; `\wm{…}`, `#wm("…")` and `{{…}}` must name one that exists. Other decimals with two digits
 * or more after the point are compared with every number of the study, rounded as they are, without regard to sign.
 */
export function checkText(text: string, numbers: StudyNumbers): TextCheck {
  checkTexts('checkText', text, numbers);
  return readable(() => checked(text, numbers));
}

type Finding = Omit<TextFinding, 'message' | keyof TextPlace>;

const findingAt = (place: TextPlace, finding: Finding): TextFinding => {
  const { text: message } = placed(place, finding.told);
  return { ...place, ...finding, message };
};

function checked(text: string, numbers: StudyNumbers): TextCheck {
  const placeAt = linesOf(text);
  const named = namedFindings(text, numbers, placeAt);
  const values = Object.entries(numbers).flatMap(([name, { value, kind }]): Value[] =>
    value === null || !Number.isFinite(value) || wholeKinds.includes(kind)
      ? []
      : [{ name, size: Math.abs(value), kind }],
  );
  const compared = decimalsIn(named.rest);
  const unmatched = compared.flatMap((number): TextFinding[] => {
    if (values.some((value) => matches(number, value))) return [];
    return [unmatchedFinding(number, values, numbers, placeAt(number.offset))];
  });
  const chances = compared.map((number) => chanceOf(number, values));
  const chance = chances.length === 0 ? null : chances.reduce((a, b) => a + b, 0) / chances.length;
  const findings = [...named.findings, ...unmatched];
  const limits = limitsOf(compared.length, chance);
  return {
    kind: 'text-check',
    findings: findings.sort((a, b) => a.line - b.line || a.column - b.column),
    named: named.count,
    compared: compared.length,
    chance,
    limits: limits.map(({ text }) => text),
    told: limits,
  };
}

/** Kinds of whole numbers, which decimals never match. */
const wholeKinds: readonly NumberKind[] = ['count', 'label'];

interface Named {
  readonly findings: readonly TextFinding[];
  readonly count: number;
  /** The text without numbers that have a name. */
  readonly rest: string;
}

const anchor = /<!--\s*([^\s<>](?:[^<>]*?[^\s<>])?)\s*-->/g;
const macro = /\\wm\{([^{}]*)\}|#wm\("((?:[^"\\]|\\.)*)"\)|(?<!\\)\{\{([^{}]*)\}\}/g;

function namedFindings(
  text: string,
  numbers: StudyNumbers,
  placeAt: (offset: number) => TextPlace,
): Named {
  const anchors = anchorsIn(text, numbers);
  const rest = blanked(text, anchors);
  const macros = [...rest.matchAll(macro)].map(
    ({ 0: whole, 1: latex, 2: typst, 3: slot, index }) => ({
      name: latex ?? typst?.replace(/\\(.)/g, '$1') ?? slot!.trim(),
      start: index,
      end: index + whole.length,
    }),
  );
  const findings = [
    ...anchors.flatMap((one) => changedFinding(one, placeAt(one.start))),
    ...[...anchors, ...macros].flatMap(({ name, start }): TextFinding[] => {
      if (writtenAs(numbers, name) !== undefined) return [];
      const place = placeAt(start);
      const told = unknownAt(place, numbers, name);
      return [findingAt(place, { rule: 'unknown', written: name, told })];
    }),
  ];
  return {
    findings,
    count: anchors.length + macros.length,
    rest: blanked(rest, macros),
  };
}

/** The text with consecutive parts replaced by blanks. */
function blanked(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): string {
  let from = 0;
  const kept = parts.flatMap(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return [before, text.slice(start, end).replace(/[^\n]/g, ' ')];
  });
  return [...kept, text.slice(from)].join('');
}

interface Anchor {
  readonly name: string;
  /** The number in the study; undefined if there is none. */
  readonly expected: string | undefined;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** Characters before a comment that are searched, if its number is not directly before it. */
const NEAR = 200;

/** The names in comments, each with the words before it: as many as the study's number has. */
function anchorsIn(text: string, numbers: StudyNumbers): Anchor[] {
  const dotted = Object.keys(numbers).filter((name) => name.includes('.'));
  const tables = new Set(dotted.map((name) => name.split('.', 1)[0]!));
  let last = 0;
  return [...text.matchAll(anchor)].flatMap(({ 0: whole, 1: name = '', index }): Anchor[] => {
    const expected = writtenAs(numbers, name);
    if (expected === undefined && !isStudyName(tables, name)) return [];
    const before = text.slice(last, index);
    last = index + whole.length;
    const form = expected === undefined ? undefined : formIn(before, expected);
    const words = (expected ?? '').split(' ').length;
    const pattern = new RegExp(`(?:\\S+\\s+){0,${words - 1}}\\S+$`);
    const written = form ?? pattern.exec(before.slice(-NEAR))?.[0] ?? '';
    return [{ name, expected, written, start: index - written.length, end: last }];
  });
}

function changedFinding({ name, expected, written }: Anchor, place: TextPlace): TextFinding[] {
  if (expected === undefined || proseFormats.some((f) => escapedProse(f, expected) === written))
    return [];
  const told = changedNumber({ name, expected, written });
  return [findingAt(place, { rule: 'changed', written, name, expected, told })];
}

/** True for a comment whose first word is a table, model or claim of the study; other comments are ignored. */
function isStudyName(tables: ReadonlySet<string>, name: string): boolean {
  return !/\s/.test(name) && tables.has(name.split('.', 1)[0]!);
}

/** The study's number in the form in which the text ends with it; undefined if it does not. */
function formIn(before: string, expected: string): string | undefined {
  return proseFormats
    .map((format) => escapedProse(format, expected))
    .find((form) => {
      if (!before.endsWith(form)) return false;
      const previous = before.slice(0, before.length - form.length);
      const isLonger = /^[\w.]/.test(form) && /[\w.,]$/.test(previous);
      const hasSign = /^\d/.test(form) && /(?<![\d\w])[-\u2212]$/.test(previous);
      return !isLonger && !hasSign;
    });
}

interface Value {
  readonly name: string;
  readonly size: number;
  readonly kind: NumberKind;
}

/** Tolerance for half a unit of the last digit: the effect of binary rounding. */
const SLACK = 1e-9;

function matches(number: ProseNumber, { size, kind }: Value): boolean {
  if (number.isP && kind !== 'p') return false;
  return number.readings.some(({ value, unit }) => Math.abs(size - value) <= unit * (0.5 + SLACK));
}

function unmatchedFinding(
  number: ProseNumber,
  values: readonly Value[],
  numbers: StudyNumbers,
  place: TextPlace,
): TextFinding {
  const usable = number.isP ? values.filter(({ kind }) => kind === 'p') : values;
  const distance = ({ size }: Value) =>
    Math.min(...number.readings.map(({ value, unit }) => Math.abs(size - value) / (value + unit)));
  const nearest = usable.reduce<Value | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
  const { text: written, isP } = number;
  if (nearest === undefined) {
    return findingAt(place, {
      rule: 'unmatched',
      written,
      told: unmatchedNumber({ written, isP }),
    });
  }
  const { name } = nearest;
  const expected = numbers[name]!.text;
  const told = unmatchedNumber({ written, isP, nearest: { name, text: expected } });
  return findingAt(place, { rule: 'unmatched', written, name, expected, told });
}

/** Number of neighbours on each side, in units of the last digit, whose matches measure chance. */
const NEIGHBOURS = 50;

/** Share of the neighbours of a decimal that equal some number of the study. */
function chanceOf(number: ProseNumber, values: readonly Value[]): number {
  const [{ value, unit }] = number.readings as [ProseNumber['readings'][number]];
  const hit = new Set<number>();
  for (const { size, kind } of values) {
    if (number.isP && kind !== 'p') continue;
    const steps = Math.round((size - value) / unit);
    if (steps !== 0 && Math.abs(steps) <= NEIGHBOURS) hit.add(steps);
  }
  return hit.size / (2 * NEIGHBOURS);
}

function limitsOf(compared: number, chance: number | null): Told[] {
  const general = [notChecked(), fromElsewhere()];
  if (compared === 0 || chance === null) return general;
  return [equalByChance({ share: Math.round(100 * chance) }), ...general];
}
