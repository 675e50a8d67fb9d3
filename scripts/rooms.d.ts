/** A line for each circle of sub-folders among these imports, at any depth. */
export function circlesOfRooms(
  imports: Iterable<readonly [from: string, to: string]>,
): readonly string[];
