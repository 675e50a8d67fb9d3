/** Readers of option arguments. */

/** A number where the text is one; the model's check names what is not. */
export function number(text: string): unknown {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
