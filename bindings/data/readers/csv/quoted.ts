/** Which cells of a row are quoted: an empty text differs from a missing cell by its quotes alone. */

/**
 * True for each cell that has quotes around it, of a row whose text starts at `start`. The cells are what the parser has
 * made of it, so each is found by its length.
 */
export function quotedCells(
  text: string,
  start: number,
  cells: readonly string[],
  delimiter: string,
): boolean[] {
  let position = start;
  return cells.map((cell) => {
    const quoted = text[position] === '"';
    if (quoted) position += cell.length + 2 + (cell.split('"').length - 1);
    position = quoted ? text.indexOf(delimiter, position) : position + cell.length;
    position += delimiter.length;
    return quoted;
  });
}
