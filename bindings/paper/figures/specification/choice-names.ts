/** Choices and their values as a figure calls them: columns by their labels. */
import type { ChoiceValue } from '../../../analysis/sensitivity/multiverse/dimension.js';
import type { Names } from '../names.js';

/** The words of figures, and the labels of coefficients. */
type Spoken = Pick<Names, 'words' | 'term'>;

/** The name of a choice, such as `control IL`. */
export function choiceName(choice: string, { words, term }: Spoken): string {
  const [, kind = choice, column] = /^(control|build|role) (.+)$/s.exec(choice) ?? [];
  const name = words.curve.drawing.choice(kind);
  return column === undefined ? name : `${name} ${term(column)}`;
}

/** The value of a choice: of outcomes, effects, instruments and clusters the labels of the columns. */
export function choiceValue(choice: string, value: ChoiceValue, { words, term }: Spoken): string {
  const text = String(value);
  const known = words.curve.drawing.value(text);
  if (/^(?:sample$|build )/.test(choice)) return text;
  if (typeof value !== 'string' || known !== text) return known;
  if (/^(?:outcome|fixedEffects|instruments)$/.test(choice)) return listed(text, ' + ', term);
  if (choice !== 'vcov') return text;
  const [type = '', ...columns] = text.split(' ');
  return [words.curve.drawing.value(type), listed(columns.join(' '), ', ', term)].join(' ').trim();
}

const listed = (text: string, mark: string, term: Names['term']) =>
  text.split(mark).map(term).join(mark);
