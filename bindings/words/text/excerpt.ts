/** The message of an error in a result, without the lines that show a place in a text below it. */
export const withoutExcerpt = (text: string) => text.split('\n', 1)[0]!;
