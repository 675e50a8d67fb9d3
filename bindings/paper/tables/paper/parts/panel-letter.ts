/** The letter of a panel by its place from 0: A, B, ..., Z, AA, AB, ... */
export function panelLetter(place: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (place % 26));
  return place < 26 ? last : panelLetter(Math.floor(place / 26) - 1) + last;
}
