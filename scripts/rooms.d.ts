/** One line per circle of sub-folders in these imports, at any depth. */
export function circlesOfRooms(
  imports: Iterable<readonly [from: string, to: string]>,
): readonly string[];
