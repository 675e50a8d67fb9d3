/** Readers of option arguments. */

/** The number in the text, or the text if it is not a number; the check of the model then reports it. */
export function number(text: string): unknown {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
