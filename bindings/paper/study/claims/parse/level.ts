/** The level at the end of a claim: `at 0.05`, `at the 5% level`, `在5%水平上`. */
import {
  HIGHEST_SIGNIFICANCE,
  isSignificance,
  significanceMeant,
} from '../../../../core/arguments/levels.js';
import { claimFault } from '../../../../words/errors/paper/claim-syntax.js';
import { claimError, type Line, matchIn, part, trimmed } from './line.js';

/** A claim without its level, and the level. */
export interface LevelledLine {
  readonly body: Line;
  readonly level: number;
}

const NUMBER = String.raw`((?:[\d０-９]+[.．]?[\d０-９]*|[.．][\d０-９]+)(?:e[+-]?\d+)?)`;
const PERCENT = String.raw`\s*([%％]|per\s?cent\b|pct\b)?`;
const KIND = String.raw`(?:significance|confidence)`;
const CHINESE = String.raw`(?:置信|显著)(?:性)?(?:水平|度)?|水平`;

/** In each form, the first group is the number and the second the per cent sign. */
const forms: readonly RegExp[] = [
  new RegExp(
    String.raw`\s+at\s+(?:an?\s+|the\s+)?(?:${KIND}\s+)?(?:level\s+(?:of\s+)?)?${NUMBER}${PERCENT}(?:\s+${KIND})?(?:\s+level)?(?:\s+of\s+${KIND})?$`,
    'i',
  ),
  new RegExp(String.raw`\s+with\s+${NUMBER}${PERCENT}\s+confidence$`, 'i'),
  new RegExp(
    String.raw`[\s，,、]*(?:在|于|以|按)?\s*${NUMBER}${PERCENT}\s*的?\s*(?:${CHINESE})\s*[上下]?\s*(?:显著)?$`,
    'i',
  ),
  new RegExp(
    String.raw`[\s，,、]*(?:在|于|以|按)?\s*(?:${CHINESE})\s*[为是=：:]?\s*${NUMBER}${PERCENT}\s*[上下]?\s*(?:显著)?$`,
    'i',
  ),
];

/** Text after `at` that is not a level. */
const unread = /\s+at\s+((?:an?\s|the\s).+|\S+(?:\s*%)?)$/i;

/**
 * Takes the level off the end of a claim; undefined if the claim names none.
 *
 * @throws InputError `bad-claim` for a level above 0.2, which is a confidence level, and for other texts
 */
export function levelEnding(line: Line, id: string): LevelledLine | undefined {
  for (const form of forms) {
    const match = matchIn(line, form);
    if (match === undefined) continue;
    const [whole, number = '', percent] = match;
    const offset = line.start + match.index + whole.indexOf(number);
    const isConfidence = /confidence|置信/i.test(whole);
    const written = { number, percent, offset, isConfidence };
    return {
      body: trimmed(part(line, 0, match.index)),
      level: levelOf(line, written, id),
    };
  }
  const wrong = matchIn(line, unread);
  if (wrong === undefined) return undefined;
  const [, written = ''] = wrong;
  throw claimError(
    id,
    line,
    line.end - written.length,
    claimFault['not-level']({ found: written }),
  );
}

interface WrittenLevel {
  readonly number: string;
  readonly percent: string | undefined;
  readonly offset: number;
  /** True if the text calls it a confidence level, however small it is. */
  readonly isConfidence: boolean;
}

function levelOf(line: Line, written: WrittenLevel, id: string): number {
  const { number, percent, offset, isConfidence } = written;
  const value = Number(number.normalize('NFKC'));
  const level = percent === undefined ? value : value / 100;
  if (isSignificance(level) && !isConfidence) return level;
  const shown = `${number}${percent === undefined ? '' : '%'}`;
  throw claimError(id, line, offset, tooHigh(level, shown, isConfidence));
}

const tooHigh = (level: number, shown: string, isConfidence: boolean) =>
  claimFault['high-level']({
    highest: HIGHEST_SIGNIFICANCE,
    found: shown,
    isConfidence,
    meant: significanceMeant(level),
  });

/** @throws InputError `bad-claim` for a parsed claim whose level differs from that of its text */
export function checkLevel(id: string, text: string, level: number): void {
  if (isSignificance(level)) return;
  const whole = { text, start: 0, end: text.length };
  throw claimError(id, whole, 0, tooHigh(level, String(level), false));
}
