/** Largest number of answers; the next one clears the memo. */
const MAX_ANSWERS = 256;

/**
 * Memoizes a reader of texts: fits of many samples or models read the same texts again and again. All callers share
 * an answer, so none may change it.
 */
export function memoizeByText<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size === MAX_ANSWERS) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
