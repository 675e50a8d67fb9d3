/** Maximum number of answers; one more clears the memo. */
const MAX_ANSWERS = 256;

/**
 * Memoizes a reader of texts, because fits of many samples or models read the same texts repeatedly. All callers share
 * the answers, so they must not change them.
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
