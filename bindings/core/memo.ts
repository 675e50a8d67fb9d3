/** Answers kept; at one more all are forgotten. */
const MOST = 256;

/**
 * A function that reads a text, with its answers kept: who fits a model to many samples, or many models that differ in
 * one part, has the same texts read over and over. Answers are shared, so they are not to be changed.
 */
export function memoize<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size === MOST) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
