/** Claims, templates and texts. */
import {
  checkText,
  fillTemplate,
  parseClaim,
  parseClaims,
  type StudyNumbers,
} from 'wasmetrics/study';
import { type Generator, texts } from '../generator.js';
import { many } from './tables.js';

const numbers: StudyNumbers = {
  'T1.1.x': { text: '0.112', value: 0.112, kind: 'estimate' },
  'T1.1.nobs': { text: '120', value: 120, kind: 'count' },
};

const fill = (text: string) => fillTemplate(text, numbers, { format: 'markdown', anchors: true });
const check = (text: string) => checkText(text, numbers);
const claim = (text: string) => parseClaim(text);

export const prose: readonly Generator[] = [
  texts('claim: columns', 20_000, (n) => `${many(n, (i) => `T${i}.1`, ', ')}: x > 0`, claim),
  texts('claim: blanks', 100_000, (n) => `T1.1: x > 0${' '.repeat(n)}at`, claim),
  texts(
    'claims of one study',
    2000,
    (n) => many(n, (i) => `T${i}.1: x > 0`, '\n'),
    (text) => parseClaims(Object.fromEntries(text.split('\n').map((one, i) => [`H${i}`, one]))),
  ),
  texts('template: blanks in a slot', 100_000, (n) => `{{${' '.repeat(n)}x`, fill),
  texts('template: slots', 20_000, (n) => '{{T1.1.x}} '.repeat(n), fill),
  texts('template: open slots', 100_000, (n) => '{{'.repeat(n), fill),
  texts('template: an unknown name', 100_000, (n) => `{{T1.1.${'x'.repeat(n)}}}`, fill),
  texts('text: comments with numbers', 10_000, (n) => '0.112<!--T1.1.x--> '.repeat(n), check),
  texts('text: comments with other numbers', 10_000, (n) => '0.2<!--T1.1.x--> '.repeat(n), check),
  texts('text: comments that never close', 40_000, (n) => '<!-- '.repeat(n), check),
  texts('text: decimals in one line', 10_000, (n) => '0.987 '.repeat(n), check),
  texts('text: references that never close', 60_000, (n) => '\\ref{'.repeat(n / 5), check),
  texts('text: digits', 100_000, (n) => '1'.repeat(n), check),
  texts('text: words before a comment', 100_000, (n) => `${'a'.repeat(n)}<!--T1.1.x-->`, check),
];
